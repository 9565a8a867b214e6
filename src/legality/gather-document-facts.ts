import type { PredicateName, PropertyName } from '../../graph/ontology/ontology.ts'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import { createFacts, type Facts } from '../match/gather/facts.ts'
import type { Scope } from '../match/need/scope-need.ts'

const RULES: readonly (PredicateName | PropertyName)[] = ['rule', 'APPLIES_IN']
/** Statements read of one waste, regulation or country; the strongest come first. */
const PER_SUBJECT = 200

/** What documents say on the wastes and countries of a shipment, in four batched calls whatever the size of the graph. */
export async function gatherDocumentFacts(
  store: Pick<GraphStore, 'entities' | 'statementsOf'>,
  wastes: Scope,
  countries: readonly string[],
): Promise<Facts> {
  const facts = createFacts()
  const places = countries.map((code) => `country/${code}`)
  const concepts = [...wastes.values()].filter(({ relation }) => relation === 'same' || relation === 'broader')
  const ids = concepts.map(({ id }) => id)
  const [views, regulated] = await Promise.all([
    store.entities([...ids, ...places]),
    store.statementsOf(ids, { direction: 'in', predicates: ['REGULATES'] }, { limit: PER_SUBJECT }),
  ])
  facts.addEntities(views)
  const regulations = new Set<string>()
  for (const { items } of regulated) {
    facts.addStatements(items)
    for (const { subjectEntity } of items) regulations.add(subjectEntity)
  }
  const [named, said] = await Promise.all([
    store.entities([...regulations]),
    store.statementsOf([...places, ...regulations], { direction: 'out', predicates: RULES }, { limit: PER_SUBJECT }),
  ])
  facts.addEntities(named)
  for (const { items } of said) facts.addStatements(items)
  return facts
}
