import type { EntityView, Judgement } from '../../../graph/entity.ts'
import type { Decision, StatementView } from '../../../graph/statement.ts'
import type { ApiContext } from '../api-context.ts'
import { logLag } from '../log-lag.ts'
import { catchUserErrors, createUserError, type UserError } from '../user-error.ts'

/** Who the staff token stands for, until there are accounts. */
const STAFF = 'staff'
const LONGEST_REASON = 2_000

function checkReason(reason: string | null | undefined): UserError[] {
  if (reason == null || reason.length <= LONGEST_REASON) return []
  const message = `\`reason\` is expected to have at most ${LONGEST_REASON} characters, but has ${reason.length}.`
  return [createUserError('too-long', message, ['reason'])]
}

interface DecideArguments {
  id: string
  status: Decision['status']
  reason?: string | null
}

interface DecidePayload {
  statement: StatementView | null
  errors: UserError[]
}

async function decideStatement(
  _: unknown,
  args: DecideArguments,
  { services, log }: ApiContext,
): Promise<DecidePayload> {
  const { id, status } = args
  const errors = checkReason(args.reason)
  if (errors.length > 0) return { statement: null, errors }
  return catchUserErrors<DecidePayload>({ statement: null }, ['id'], async () => {
    const reason = args.reason?.trim() || undefined
    const decision = { statement: id, status, by: STAFF, at: new Date().toISOString(), reason }
    const statement = await services.store.decide(decision)
    await services.followOutbox().catch(logLag(log))
    log.info({ event: 'decided', statement: id, status }, 'A statement was decided on')
    return { statement, errors: [] }
  })
}

interface JudgeArguments {
  left: string
  right: string
  verdict: Judgement['verdict']
  reason?: string | null
}

interface JudgePayload {
  left: EntityView | null
  right: EntityView | null
  errors: UserError[]
}

const NOBODY = { left: null, right: null }

async function judgeEntities(_: unknown, args: JudgeArguments, { services, log }: ApiContext): Promise<JudgePayload> {
  const { left, right, verdict } = args
  const errors = [...checkReason(args.reason), ...(await checkPair(args, services.store))]
  if (errors.length > 0) return { ...NOBODY, errors }
  return catchUserErrors<JudgePayload>(NOBODY, ['left'], async () => {
    const reasons = args.reason?.trim() ? [args.reason.trim()] : []
    const judgement = { left, right, verdict, score: 1, reasons, by: STAFF, at: new Date().toISOString() }
    await services.store.judge([judgement])
    await services.followOutbox().catch(logLag(log))
    log.info({ event: 'judged', left, right, verdict }, 'Two entities were judged')
    const [one, other] = await services.store.entities([left, right])
    return { left: one ?? null, right: other ?? null, errors: [] }
  })
}

async function checkPair(
  { left, right }: JudgeArguments,
  store: ApiContext['services']['store'],
): Promise<UserError[]> {
  if (left === right) {
    const message = 'Two different entities are expected. To part what is merged, give the ids of two of its `members`.'
    return [createUserError('same-entity', message, ['right'])]
  }
  const entities = await store.entities([left, right])
  return (['left', 'right'] as const).flatMap((side, index) =>
    entities[index]
      ? []
      : [createUserError('not-found', `There is no entity with the id given as \`${side}\`.`, [side])],
  )
}

export const curateResolvers = { Mutation: { decideStatement, judgeEntities } }
