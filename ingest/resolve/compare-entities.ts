import type { SourceEntity } from '../../graph/entity.ts'
import type { EntityType } from '../../graph/ontology/ontology.ts'
import { foldName } from '../../graph/values/fold-name.ts'
import { nameKeys } from '../claim/name-keys.ts'

/** What resolution knows of one side: the entity and the folded names of what its statements tie it to. */
export interface ComparedEntity {
  entity: SourceEntity
  /** Folded names or world ids of related things: an employer, a city, a waste stream. */
  context: ReadonlySet<string>
  /** Years its dates name, for events and projects. */
  years: ReadonlySet<string>
}

export interface Comparison {
  /** 0–1, how likely both are one thing. */
  score: number
  reasons: string[]
}

/** At or above, two source entities are judged the same. A wrong merge is worse than a duplicate, so it is high. */
export const SAME = 0.85
/** At or above and below `SAME`, the pair is kept as `unsure` for a curator. */
export const UNSURE = 0.6

/** Types whose names repeat from place to place or year to year, so that an equal name alone decides nothing. */
const NEEDS_CONTEXT: ReadonlySet<EntityType> = new Set(['Person', 'Event', 'Facility', 'Award', 'Project'])

function isAbbreviation(folded: string): boolean {
  return !folded.includes(' ') && folded.length <= 6
}

interface NameMatch {
  score: number
  reason: string
}

/** Abbreviations say little: half the world's centres are a BCRC. */
function weigh(folded: string, full: number, abbreviated: number): number {
  return isAbbreviation(folded) ? abbreviated : full
}

/** The strongest way in which both share a name, `null` where they share none. */
function shareName(left: SourceEntity, right: SourceEntity): NameMatch | null {
  const [leftName, rightName] = [foldName(left.name), foldName(right.name)]
  if (leftName === rightName) return { score: weigh(leftName, 0.86, 0.6), reason: `same name “${right.name}”` }
  const ways: NameMatch[] = []
  const leftKeys = new Set(nameKeys(left.type, left.name).concat(leftName))
  for (const key of nameKeys(right.type, right.name).concat(rightName)) {
    if (leftKeys.has(key))
      ways.push({ score: weigh(key, 0.82, 0.6), reason: `same name but for form, “${left.name}” and “${right.name}”` })
  }
  const [leftAliases, rightAliases] = [new Set(left.aliases.map(foldName)), new Set(right.aliases.map(foldName))]
  const crossed = [rightAliases.has(leftName) ? left.name : '', leftAliases.has(rightName) ? right.name : '']
  for (const name of crossed.filter((each) => each !== '')) {
    ways.push({
      score: weigh(foldName(name), 0.8, 0.55),
      reason: `the name of one is an alias of the other, “${name}”`,
    })
  }
  for (const alias of left.aliases) {
    const folded = foldName(alias)
    if (rightAliases.has(folded)) ways.push({ score: weigh(folded, 0.65, 0.45), reason: `shared alias “${alias}”` })
  }
  return ways.sort((one, other) => other.score - one.score)[0] ?? null
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): string[] {
  return [...left].filter((each) => right.has(each)).sort()
}

/**
 * How likely two source entities of one type are one thing, with the reasons. Names decide first; country, years and
 * what each is tied to confirm or contradict. Symmetric and pure.
 */
export function compareEntities(left: ComparedEntity, right: ComparedEntity): Comparison {
  if (left.entity.type !== right.entity.type) return { score: 0, reasons: ['different types'] }
  const name = shareName(left.entity, right.entity)
  if (!name) return { score: 0, reasons: ['no name in common'] }
  let score = name.score
  const reasons = [name.reason]
  const words = Math.min(...[left, right].map(({ entity }) => foldName(entity.name).split(' ').length))

  const { country: leftCountry } = left.entity
  const { country: rightCountry } = right.entity
  if (leftCountry && rightCountry) {
    if (leftCountry === rightCountry) {
      score += 0.06
      reasons.push(`both in ${leftCountry}`)
    } else {
      score -= 0.3
      reasons.push(`one in ${leftCountry}, the other in ${rightCountry}`)
    }
  }

  const years = overlap(left.years, right.years)
  if (years.length > 0) {
    score += 0.08
    reasons.push(`both of ${years.join(', ')}`)
  } else if (left.years.size > 0 && right.years.size > 0 && left.entity.type === 'Event') {
    score -= 0.4
    reasons.push(`one of ${[...left.years].sort().join(', ')}, the other of ${[...right.years].sort().join(', ')}`)
  }

  const ties = overlap(left.context, right.context)
  if (ties.length > 0) {
    score += Math.min(0.16, 0.08 * ties.length)
    reasons.push(`both tied to ${ties.slice(0, 3).join(', ')}`)
  } else if (NEEDS_CONTEXT.has(left.entity.type) && years.length === 0 && words < 5) {
    score -= 0.15
    reasons.push('nothing else in common')
  }
  return { score: Math.max(0, Math.min(0.99, Math.round(score * 100) / 100)), reasons }
}
