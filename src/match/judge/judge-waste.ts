import type { StatementView } from '../../../graph/statement.ts'
import { type Chain, type Concern, partsOf } from '../gather/chain.ts'
import { compareStrength } from '../gather/facts.ts'
import type { NeedConcept } from '../match.ts'
import { type JudgeContext, type Judgement, notAsked } from './judgement.ts'
import { SCALE } from './weights.ts'

/** How near the waste is to what technology or plant is said to treat, and who is said to treat it. */
export function judgeWaste(chain: Chain, context: JudgeContext): Judgement {
  const asked = context.need.wasteStreams
  if (asked.length === 0) return notAsked('waste', 'The need names no waste.')
  const telling = tellingConcerns(chain)
  const best = asked.map((waste) => bestFor(waste, telling, chain)).filter((found) => found !== null)
  const first = [...best].sort((a, b) => b.score - a.score)[0]
  if (!first)
    return { name: 'waste', asked: true, score: null, because: 'No document says what it treats.', statements: [] }

  const mean = best.reduce((sum, { score }) => sum + score, 0) / asked.length
  const others = asked.filter(({ id }) => !best.some(({ waste }) => waste.id === id)).map(({ label }) => label)
  const sentences = [
    ...best.map((found) => describe(found, chain)),
    ...(others.length > 0 ? [`Nothing is said of ${others.join(', ')}.`] : []),
    ...denials(chain, context),
  ]
  const fails = first.concern.concept.weight < SCALE.conceptFails
  return {
    name: 'waste',
    asked: true,
    score: 0.8 * first.score + 0.2 * mean,
    because: sentences.join(' '),
    statements: best.flatMap(({ statements }) => statements),
    ...(fails && {
      wouldNeed: `A document that says ${subjectOf(first.concern, chain)} also treats ${first.waste.label}.`,
    }),
  }
}

interface Found {
  waste: NeedConcept
  concern: Concern
  score: number
  statements: StatementView[]
  direct: boolean
}

/** A technology or plant speaks for the chain; what its enterprise does elsewhere only backs it up. */
function tellingConcerns(chain: Chain): Concern[] {
  const specific = chain.concerns.filter(({ by }) => by !== 'enterprise')
  return specific.length > 0 ? specific : chain.concerns
}

function bestFor(waste: NeedConcept, telling: readonly Concern[], chain: Chain): Found | null {
  const found = telling
    .filter(({ concept }) => concept.asked.id === waste.id)
    .map((concern) => {
      const direct = isDirect(concern, chain)
      const directness = !direct
        ? SCALE.directness.technologyOnly
        : concern.directness === 'named'
          ? SCALE.directness.named
          : SCALE.directness.stated
      return { waste, concern, direct, score: concern.concept.weight * directness }
    })
    .sort((a, b) => b.score - a.score || compareStrength(a.concern.statement, b.concern.statement))[0]
  if (!found) return null
  const same = chain.concerns.filter(({ concept }) => concept.id === found.concern.concept.id)
  const others = same.map(({ statement }) => statement).sort(compareStrength)
  return { ...found, statements: [...new Set([found.concern.statement, ...others])] }
}

/** Whether a plant or the enterprise itself is said to treat it, and not the technology alone. */
function isDirect(concern: Concern, chain: Chain): boolean {
  if (concern.by !== 'technology') return true
  return chain.concerns.some(
    ({ by, concept }) =>
      by !== 'technology' && concept.asked.id === concern.concept.asked.id && concept.weight >= concern.concept.weight,
  )
}

function subjectOf({ by }: Concern, chain: Chain): string {
  return chain[by]?.name ?? 'it'
}

function describe({ waste, concern, direct }: Found, chain: Chain): string {
  const { concept, directness } = concern
  const who = subjectOf(concern, chain)
  const treats = directness === 'named' ? `${who} is named for ${concept.label}` : `${who} treats ${concept.label}`
  const tail = {
    same: '.',
    narrower: `, a kind of ${waste.label}.`,
    broader: `, of which ${waste.label} is a kind; it is not named itself.`,
    related: `, which is close to ${waste.label} but not the same.`,
    sibling: `, a neighbour of ${waste.label} and not the same.`,
    holds: '.',
  }[concept.relation]
  const gap = direct || !chain.enterprise ? '' : ` No document says that ${chain.enterprise.name} itself treats it.`
  return `${treats}${tail}${gap}`
}

function denials(chain: Chain, { facts, concepts }: JudgeContext): string[] {
  return partsOf(chain).flatMap((part) => {
    const denied = facts
      .from(part.id, 'TREATS')
      .find(
        ({ modality, objectEntity }) =>
          modality === 'negated' && concepts.waste.get(objectEntity ?? '')?.relation === 'same',
      )
    return denied ? [`One document denies it of ${part.name}: “${denied.evidence[0]?.quote ?? ''}”`] : []
  })
}
