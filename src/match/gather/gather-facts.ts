import type { PredicateName, PropertyName } from '../../../graph/ontology/ontology.ts'
import type { StatementView } from '../../../graph/statement.ts'
import type { GraphStore } from '../../../graph/store/graph-store.ts'
import type { NeedScope, Scope } from '../need/scope-need.ts'
import { isConceptId } from './chain.ts'
import { chooseSeeds, type Seed } from './choose-seeds.ts'
import { createFacts, type FactCollector, type Facts } from './facts.ts'

/** What ties a candidate to a concept, by what the need asks first. */
const CONCERNS = {
  waste: ['TREATS', 'REGULATES'],
  metal: ['RECOVERS', 'TREATS'],
  technology: ['OFFERS', 'DEMONSTRATES'],
} as const satisfies Record<NeedScope['anchor'], readonly PredicateName[]>

/** What bears on a technology, plant or enterprise once it is a candidate. */
const BEARING: readonly (PredicateName | PropertyName)[] = [
  'OFFERS',
  'DEMONSTRATES',
  'OPERATES',
  'PARTICIPATED_IN',
  'TREATS',
  'RECOVERS',
  'LOCATED_IN',
  'capacity',
  'output',
  'proof',
]
const RULES: readonly (PredicateName | PropertyName)[] = ['rule', 'APPLIES_IN']

/** Statements read of one concept, candidate or country; the strongest come first. */
const PER_CONCEPT = 100
const PER_CANDIDATE = 200
export interface Gathered {
  facts: Facts
  /** More concerned the need than were read. */
  truncated: boolean
}

/**
 * Reads what concerns the need, in a handful of batched calls whatever the size of the graph: from its concepts to the
 * statements on them, from those to technologies, plants and enterprises, from those to each other, their places and rules.
 * With `only`, these are followed instead of the strongest that the statements name.
 */
export async function gatherFacts(
  store: GraphStore,
  scope: NeedScope,
  needCountry?: string,
  only?: readonly string[],
): Promise<Gathered> {
  const facts = createFacts()
  const { seeds, truncated } = await gatherSeeds(store, scope, facts, needCountry)
  let frontier = [...(only ?? seeds)]
  const seen = new Set<string>()
  for (let round = 0; round < 3 && frontier.length > 0; round++) {
    for (const id of frontier) seen.add(id)
    await readCandidates(store, frontier, facts)
    const next = new Set(frontier.flatMap((id) => reachFrom(id, facts, round === 0)))
    frontier = [...next].filter((id) => !seen.has(id))
  }
  await readPlaces(store, facts)
  await readRules(store, scope, facts, needCountry)
  return { facts, truncated }
}

async function gatherSeeds(
  store: GraphStore,
  scope: NeedScope,
  facts: FactCollector,
  needCountry: string | undefined,
): Promise<{ seeds: string[]; truncated: boolean }> {
  const anchor: Scope = scope[scope.anchor]
  const concepts = [...anchor.keys()]
  const [views, pages] = await Promise.all([
    store.entities(concepts),
    store.statementsOf(concepts, { direction: 'in', predicates: CONCERNS[scope.anchor] }, { limit: PER_CONCEPT }),
  ])
  facts.addEntities(views)
  const weighted: Seed[] = []
  for (const [at, concept] of concepts.entries()) {
    const weight = anchor.get(concept)?.weight ?? 0
    const statements = pages[at]?.items ?? []
    facts.addStatements(statements)
    for (const { subjectEntity, predicate, confidence, corroboration } of statements) {
      if (predicate !== 'REGULATES') weighted.push({ id: subjectEntity, weight: weight * confidence, corroboration })
    }
    if (scope.anchor === 'technology' && views[at]) {
      weighted.push({ id: views[at].id, weight: 2 * weight, corroboration: 1 })
    }
  }
  const { chosen, more } = await chooseSeeds(weighted, store, needCountry)
  return { seeds: chosen, truncated: more || pages.some(({ cursor }) => cursor !== undefined) }
}

async function readCandidates(store: GraphStore, ids: readonly string[], facts: FactCollector): Promise<void> {
  // Of a process the whole trade knows only what bears is read; of anything else, all there is costs less than asking for parts.
  const hubs = ids.filter(isConceptId)
  const others = ids.filter((id) => !isConceptId(id))
  const [views, ...pages] = await Promise.all([
    store.entities(ids),
    store.statementsOf(hubs, { predicates: BEARING }, { limit: PER_CANDIDATE }),
    store.statementsOf(others, {}, { limit: PER_CANDIDATE }),
  ])
  facts.addEntities(views)
  for (const { items } of pages.flat()) facts.addStatements(items)
}

/** The next links of the chain: who offers or demonstrates a technology, who runs a plant, which plants an enterprise runs. */
function reachFrom(id: string, facts: Facts, isSeed: boolean): string[] {
  const subjects = (statements: readonly StatementView[]) => statements.map(({ subjectEntity }) => subjectEntity)
  switch (facts.entity(id)?.type) {
    case 'Technology':
      return subjects(facts.to(id, 'OFFERS', 'DEMONSTRATES'))
    case 'Project':
    case 'Facility':
      return subjects(facts.to(id, 'OPERATES', 'PARTICIPATED_IN'))
    case 'Enterprise':
    case 'Organization':
      return isSeed ? facts.from(id, 'OPERATES').flatMap(({ objectEntity }) => objectEntity ?? []) : []
    default:
      return []
  }
}

/** Cities and countries of the candidates, and the technologies they name: for their names and for the country of a city. */
async function readPlaces(store: GraphStore, facts: FactCollector): Promise<void> {
  const wanted = new Set<string>()
  for (const { id } of facts.entities()) {
    for (const { objectEntity } of facts.from(id, 'LOCATED_IN', 'OFFERS', 'DEMONSTRATES', 'TREATS', 'RECOVERS')) {
      if (objectEntity && !facts.entity(objectEntity)) wanted.add(objectEntity)
    }
  }
  if (wanted.size > 0) facts.addEntities(await store.entities([...wanted]))
}

/** What regulations and countries demand, of the countries at either end of a shipment. */
async function readRules(
  store: GraphStore,
  scope: NeedScope,
  facts: FactCollector,
  needCountry?: string,
): Promise<void> {
  const subjects = new Set<string>(needCountry ? [`country/${needCountry}`] : [])
  for (const { country } of facts.entities()) if (country) subjects.add(`country/${country}`)
  for (const id of scope.waste.keys()) {
    for (const { subjectEntity } of facts.to(facts.entity(id)?.id ?? id, 'REGULATES')) subjects.add(subjectEntity)
  }
  if (subjects.size === 0 || scope.waste.size === 0) return
  const ids = [...subjects]
  const [views, pages] = await Promise.all([
    store.entities(ids),
    store.statementsOf(ids, { predicates: RULES, direction: 'out' }, { limit: PER_CANDIDATE }),
  ])
  facts.addEntities(views)
  for (const { items } of pages) facts.addStatements(items)
}
