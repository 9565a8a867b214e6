import { foldName } from '../../../graph/values/fold-name.ts'
import type { ExtractedEntity } from '../extraction.ts'
import type { Claim } from './claim.ts'

interface Told {
  entities: ExtractedEntity[]
  claims: Claim[]
}

/** What tells two plants described in the same words apart: who runs them, where they stand. */
interface Marks {
  operators: Set<string>
  cities: Set<string>
}

/**
 * Plants a document describes in the same words, "a battery recycling plant" here and there, are one unless different firms
 * run them or they stand in different cities. Then each is named after its firm or city, so that neither gets the other's
 * capacity.
 */
export function tellPlantsApart(entities: readonly ExtractedEntity[], claims: readonly Claim[]): Told {
  const alike = new Map<string, ExtractedEntity[]>()
  for (const entity of entities) {
    if (entity.type !== 'Facility' || entity.worldId !== undefined) continue
    const name = foldName(entity.name)
    alike.set(name, [...(alike.get(name) ?? []), entity])
  }
  const byKey = new Map(entities.map((entity) => [entity.key, entity]))
  const marks = markPlants(claims, byKey)
  const renamed = new Map<string, string>()
  const names = new Map<string, string>()
  for (const plants of alike.values()) {
    if (plants.length === 1) continue
    const apart = joinAlike(plants, (key) => marks.get(key) ?? { operators: new Set(), cities: new Set() }, renamed)
    if (apart.length === 1) continue
    for (const [key, name] of nameApart(apart, byKey)) names.set(key, name)
  }
  if (renamed.size === 0 && names.size === 0) return { entities: [...entities], claims: [...claims] }
  const keyOf = (key: string) => renamed.get(key) ?? key
  const mentions = new Map<string, ExtractedEntity['mentions']>()
  for (const entity of entities) {
    const known = mentions.get(keyOf(entity.key))
    if (known) known.push(...entity.mentions)
    else mentions.set(keyOf(entity.key), [...entity.mentions])
  }
  return {
    entities: entities
      .filter(({ key }) => !renamed.has(key))
      .map((entity) => ({
        ...entity,
        name: names.get(entity.key) ?? entity.name,
        mentions: (mentions.get(entity.key) ?? []).sort((a, b) => a.start - b.start),
      })),
    claims: claims.map((claim) => ({
      ...claim,
      subject: keyOf(claim.subject),
      ...(claim.object === undefined ? {} : { object: keyOf(claim.object) }),
    })),
  }
}

/** Joins each to the first before it that nothing tells it apart from; notes under which key it goes then. */
function joinAlike(
  plants: readonly ExtractedEntity[],
  marksOf: (key: string) => Marks,
  renamed: Map<string, string>,
): [key: string, marks: Marks][] {
  const kept: [string, Marks][] = []
  for (const { key } of plants) {
    const marks = marksOf(key)
    const [same] = kept.filter(
      ([, other]) => agree(marks.operators, other.operators) && agree(marks.cities, other.cities),
    )
    if (!same) kept.push([key, marks])
    else {
      renamed.set(key, same[0])
      for (const operator of marks.operators) same[1].operators.add(operator)
      for (const city of marks.cities) same[1].cities.add(city)
    }
  }
  return kept
}

/** After what tells all of them apart: their firms, else their cities, else both. */
function nameApart(
  plants: readonly [key: string, marks: Marks][],
  byKey: ReadonlyMap<string, ExtractedEntity>,
): [key: string, name: string][] {
  const nameOf = (keys: Iterable<string>) => byKey.get([...keys][0] ?? '')?.name
  const ways = plants.map(([key, { operators, cities }]) => {
    const [own, operator, city] = [nameOf([key]), nameOf(operators), nameOf(cities)]
    return [
      operator && `${own} of ${operator}`,
      city && `${own} in ${city}`,
      [own, operator && `of ${operator}`, city && `in ${city}`].filter(Boolean).join(' '),
    ]
  })
  const way = [0, 1, 2].find((at) => new Set(ways.map((each) => each[at]).filter(Boolean)).size === plants.length)
  if (way === undefined) return []
  return plants.map(([key], at) => [key, ways[at]?.[way] ?? ''])
}

function agree(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === 0 || right.size === 0 || [...left].some((one) => right.has(one))
}

/** The marks of all that is run or stands in a city, in one pass: a long list has thousands of plants. */
function markPlants(claims: readonly Claim[], byKey: ReadonlyMap<string, ExtractedEntity>): Map<string, Marks> {
  const marks = new Map<string, Marks>()
  const marksOf = (key: string): Marks => {
    const known = marks.get(key) ?? { operators: new Set(), cities: new Set() }
    marks.set(key, known)
    return known
  }
  for (const { subject, predicate, object } of claims) {
    if (object === undefined) continue
    if (predicate === 'OPERATES') marksOf(object).operators.add(subject)
    else if (predicate === 'LOCATED_IN' && byKey.get(object)?.type === 'City') marksOf(subject).cities.add(object)
  }
  return marks
}
