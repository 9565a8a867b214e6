import type { StatementView } from '../../../graph/statement.ts'
import { type Chain, partsOf } from '../gather/chain.ts'
import type { Facts } from '../gather/facts.ts'
import { countsAsFact, isEmptyTechnology } from '../gather/find-concerns.ts'
import type { JudgeContext, Judgement } from './judgement.ts'
import { findExcludedKinds } from './list-excluded-technologies.ts'
import { SCALE } from './weights.ts'

const VERIFIED = /\b(?:independent(?:ly)?\b.*\bverif|verified|certified|validated)|独立验证|verificad/i
const DEMONSTRATED = /\bdemonstrat|\bproven\b|\bcommercial|示范|demostrad/i

const MOST_PLANTS = 3

/** How well it is proven: claimed, demonstrated by a plant or project, independently verified. */
export function judgeProof(chain: Chain, context: JudgeContext): Judgement {
  const { facts, counts } = context
  const said = [...chain.concerns.map(({ statement }) => statement), ...chain.links]
  const sources = new Set(said.flatMap(({ evidence }) => evidence.map(({ document }) => document)))
  const proofs = partsOf(chain).flatMap(({ id }) => facts.from(id, 'proof').filter(counts))
  const verified = proofs.filter((proof) => speaksOf(proof, VERIFIED))
  const demonstrated = proofs.filter((proof) => speaksOf(proof, DEMONSTRATED) && !verified.includes(proof))
  const shown = chain.project ? said.filter((statement) => touches(statement, chain.project?.id)) : []
  const seen = chain.project ? `${chain.project.name} shows it at work` : 'A document calls it demonstrated'
  const many = sources.size > 1
  const unproven = isPlanned(chain, facts)

  const [score, because, statements] = unproven
    ? ([null, 'Planned or hoped for only.', said.filter((statement) => !countsAsFact(statement))] as const)
    : verified.length > 0
      ? ([SCALE.proof.verified, 'Independently verified.', [...verified, ...shown]] as const)
      : chain.project || demonstrated.length > 0
        ? ([
            many ? SCALE.proof.demonstratedTwice : SCALE.proof.demonstrated,
            `Demonstrated: ${seen}${many ? `, by the word of ${sources.size} documents` : ''}.${supposition(chain)}`,
            [...demonstrated, ...shown],
          ] as const)
        : ([
            many ? SCALE.proof.corroborated : SCALE.proof.claimed,
            `Claimed by ${sources.size === 1 ? 'one document' : `${sources.size} documents`}; no plant or demonstration of it is named.`,
            said,
          ] as const)
  return { name: 'proof', asked: true, score, because, statements: [...statements], missing: questions(chain, context) }
}

/** Whether it stands on plans and hopes: all that is said of the waste, a link of the chain, or everybody who is to run the plant. */
function isPlanned({ concerns, links, project }: Chain, facts: Facts): boolean {
  const operated = project ? facts.to(project.id, 'OPERATES') : []
  return (
    concerns.every(({ statement }) => !countsAsFact(statement)) ||
    links.some((link) => !countsAsFact(link)) ||
    (operated.length > 0 && !operated.some(countsAsFact))
  )
}

function supposition({ supposed, technology, enterprise }: Chain): string {
  if (!supposed) return ''
  return ` That it uses ${technology?.name} is supposed: it is the only technology ${enterprise?.name} is said to offer for this.`
}

function questions(chain: Chain, context: JudgeContext): string[] {
  const { supposed, technology, project, enterprise } = chain
  const who = enterprise ?? project
  return [
    ...(supposed ? [`Does ${project?.name} use ${technology?.name}?`] : []),
    ...(technology ? [] : [askForTechnology(who?.name ?? 'it', chain, context)]),
    ...(project ? [] : [askForPlant(chain, context)]),
    ...(enterprise ? [] : [`Who offers or runs ${(project ?? technology)?.name}?`]),
  ]
}

/** Which technology; and whether it is the one that the same document says treats the same waste. */
function askForTechnology(who: string, { concerns }: Chain, context: JudgeContext): string {
  const { facts } = context
  const isOut = findExcludedKinds(context)
  const spoken = concerns.flatMap(({ statement }) =>
    facts
      .to(statement.objectEntity, 'TREATS')
      .filter((other) => countsAsFact(other) && shareDocument(statement, other))
      .flatMap(({ subjectEntity }) => facts.entity(subjectEntity) ?? [])
      .filter((entity) => entity.type === 'Technology' && !isEmptyTechnology(entity)),
  )
  const named = spoken.find((technology) => !isOut(technology))?.name
  if (!named && spoken.length > 0)
    return `Which technology does ${who} use for this, other than what the need excludes?`
  return named
    ? `Which technology does ${who} use for this: ${named}, of which the same document speaks?`
    : `Which technology does ${who} use for this?`
}

function shareDocument(left: StatementView, right: StatementView): boolean {
  return left.evidence.some((here) => right.evidence.some((there) => here.document === there.document))
}

/** Which of its plants does it, where documents name some without saying; else whether there is one. */
function askForPlant({ technology, enterprise }: Chain, { facts }: JudgeContext): string {
  const plants = facts
    .from(enterprise?.id, 'OPERATES')
    .filter(countsAsFact)
    .flatMap(({ objectEntity }) => facts.entity(objectEntity) ?? [])
    .filter(({ type }) => type === 'Facility')
    .map(({ name }) => name)
  const named = [...new Set(plants)].slice(0, MOST_PLANTS)
  return named.length > 0
    ? `Is it done at ${named.join(' or ')}, which ${enterprise?.name} runs?`
    : `Is there a plant or demonstration of ${(technology ?? enterprise)?.name} to visit?`
}

function speaksOf(proof: StatementView, level: RegExp): boolean {
  return proof.value?.kind === 'text' && level.test(proof.value.text)
}

function touches({ subjectEntity, objectEntity }: StatementView, id: string | undefined): boolean {
  return subjectEntity === id || objectEntity === id
}
