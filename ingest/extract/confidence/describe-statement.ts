import { isRelation, type PredicateName, type PropertyName } from '../../../graph/ontology/ontology.ts'
import { foldName } from '../../../graph/values/fold-name.ts'
import type { ExtractedEntity, ExtractedStatement, Mention } from '../extraction.ts'

/**
 * What tells right statements from wrong ones. `prior` is the log-odds of what the rule gives by itself, agreement of rules
 * included; the others are 0 or 1, but for `rivals` and `length`, which are logarithms, and `doubt`, 0–1.
 */
export const FEATURES = [
  'prior',
  'repeated',
  'subjectNamed',
  'objectNamed',
  'shortName',
  'rivals',
  'length',
  'doubt',
  'notAsserted',
  'fromTable',
  'ofPlaces',
  'ofMaterials',
  'ofPeople',
  'ofFigures',
] as const

export type FeatureName = (typeof FEATURES)[number]
export type Features = Readonly<Record<FeatureName, number>>

const FAMILIES: Partial<Record<PredicateName, FeatureName>> = {
  LOCATED_IN: 'ofPlaces',
  HELD_IN: 'ofPlaces',
  TREATS: 'ofMaterials',
  RECOVERS: 'ofMaterials',
  OFFERS: 'ofMaterials',
  CONTAINS: 'ofMaterials',
  AFFILIATED_WITH: 'ofPeople',
  SPOKE_AT: 'ofPeople',
}
/** Characters of evidence that are usual: one sentence. */
const USUAL_LENGTH = 150

/** Log-odds of a chance, kept finite. */
export function toLogOdds(chance: number): number {
  const kept = Math.min(0.99, Math.max(0.01, chance))
  return Math.log(kept / (1 - kept))
}

/** The mentions of a document in order of their place, to be looked up by span. */
export interface MentionIndex {
  places: readonly { mention: Mention; entity: ExtractedEntity }[]
  entities: ReadonlyMap<string, ExtractedEntity>
}

export function indexMentions(entities: readonly ExtractedEntity[]): MentionIndex {
  const places = entities.flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity })))
  places.sort((left, right) => left.mention.start - right.mention.start)
  return { places, entities: new Map(entities.map((entity) => [entity.key, entity])) }
}

/** Mentions within a span of text. */
function* within({ places }: MentionIndex, start: number, end: number): Generator<MentionIndex['places'][number]> {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((places[middle]?.mention.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  for (let at = low; at < places.length; at += 1) {
    const place = places[at]
    if (!place || place.mention.start >= end) return
    yield place
  }
}

/** Describes a statement by its words, its ends and what else stands in its words. */
export function describeStatement(
  statement: ExtractedStatement & { extractor?: { name: string } },
  index: MentionIndex,
): Features {
  const { predicate, confidence, evidence, modality, extractor } = statement
  const { start, end } = evidence[0] ?? { start: 0, end: 0 }
  const [subject, object] = [statement.subject, statement.object].map((key) => index.entities.get(key ?? ''))
  const rivals = new Set<string>()
  let [subjectNamed, objectNamed, fullName] = [false, object === undefined, false]
  for (const { mention, entity } of within(index, start, end)) {
    if (entity === subject) {
      subjectNamed = true
      fullName ||= foldName(mention.surface) === foldName(entity.name)
    } else if (entity === object) objectNamed = true
    else if (entity.type === subject?.type) rivals.add(entity.key)
  }
  const family = familyOf(predicate)
  return {
    prior: toLogOdds(confidence),
    repeated: evidence.length > 1 ? 1 : 0,
    subjectNamed: subjectNamed ? 1 : 0,
    objectNamed: objectNamed ? 1 : 0,
    shortName: subjectNamed && !fullName ? 1 : 0,
    rivals: Math.log1p(rivals.size),
    length: Math.log(Math.max(1, end - start) / USUAL_LENGTH),
    doubt: 1 - Math.min(subject?.confidence ?? 1, object?.confidence ?? 1),
    notAsserted: modality === 'asserted' ? 0 : 1,
    fromTable: extractor?.name === 'table' ? 1 : 0,
    ofPlaces: family === 'ofPlaces' ? 1 : 0,
    ofMaterials: family === 'ofMaterials' ? 1 : 0,
    ofPeople: family === 'ofPeople' ? 1 : 0,
    ofFigures: family === 'ofFigures' ? 1 : 0,
  }
}

function familyOf(predicate: PredicateName | PropertyName): FeatureName | undefined {
  return isRelation(predicate) ? FAMILIES[predicate] : 'ofFigures'
}
