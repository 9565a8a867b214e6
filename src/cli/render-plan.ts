import type { EntityView } from '../../graph/entity.ts'
import type { GraphPlan } from '../../graph/graph-plan.ts'
import type { Statement, StatementView } from '../../graph/statement.ts'
import { countThings } from '../count-things.ts'
import type { Services } from '../services.ts'

/** What a plan takes back, by id, with the entities it speaks of. */
export interface Retired {
  statements: ReadonlyMap<string, StatementView>
  names: ReadonlyMap<string, EntityView>
}

export const PLAN_LEGEND = `+ the document says this now, = says it still, - says it no longer; ~ two names judged to be one thing or two.
add: new in the graph; support: other documents say it too; renew: as before; supersede: nobody says it any longer;
unsupport: others still say it.
`

/** A plan names what it takes back by id alone; its words are in the graph. */
export async function loadRetired({ store }: Pick<Services, 'store'>, { retire }: GraphPlan): Promise<Retired> {
  const found = (await store.statements(retire.map(({ id }) => id))).filter((statement) => statement !== null)
  const ids = [
    ...new Set(found.flatMap(({ subject, object }) => (object === undefined ? [subject] : [subject, object]))),
  ]
  const entities = await store.entities(ids)
  const names = new Map(ids.flatMap((id, place) => (entities[place] ? [[id, entities[place]] as const] : [])))
  return { statements: new Map(found.map((statement) => [statement.id, statement])), names }
}

const MARK = { add: '+', support: '+', renew: '=', supersede: '-', unsupport: '-', remove: '-' } as const

/** The exact difference a plan would make, a line a statement. `PLAN_LEGEND` explains the marks. */
export function renderPlan(plan: GraphPlan, { statements, names }: Retired): string {
  const nameOf = (id: string): string => {
    const entity = plan.entities.find((each) => each.id === id) ?? names.get(id)
    return entity ? `${entity.name} (${entity.type})` : id
  }
  const lines = [`${plan.status} ${plan.document.source}: ${countThings(plan.entities.length, 'entity', 'entities')}`]
  for (const { change, statement } of plan.assert)
    lines.push(`  ${MARK[change]} ${change.padEnd(9)} ${renderStatement(statement, nameOf)}`)
  for (const { change, id } of plan.retire) {
    const statement = statements.get(id)
    lines.push(`  ${MARK[change]} ${change.padEnd(9)} ${statement ? renderStatement(statement, nameOf) : id}`)
  }
  for (const { left, right, verdict, score, reasons } of plan.judgements)
    lines.push(`  ~ ${verdict.padEnd(9)} ${nameOf(left)} and ${nameOf(right)}, ${score}: ${reasons.join('; ')}`)
  return `${lines.join('\n')}\n`
}

function renderStatement(
  { subject, predicate, object, value, modality, evidence }: Statement,
  nameOf: (id: string) => string,
): string {
  const end = object === undefined ? (value?.text ?? '') : nameOf(object)
  const place = evidence[0] ? `“${evidence[0].quote}”` : ''
  return `${nameOf(subject)} ${predicate} ${end}${modality === 'asserted' ? '' : ` [${modality}]`}  ${place}`
}
