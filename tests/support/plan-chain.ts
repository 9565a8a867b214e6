import type { GraphPlan } from '../../graph/graph-plan.ts'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import { judged, named, planReading, planWithdrawal, type Reading, tonnes, worldly } from './build-reading.ts'

const zinc = worldly('metal/zinc', 'Metal', 'zinc')
const dust = worldly('waste-stream/eaf-dust', 'WasteStream', 'EAF dust')

/** Plans that follow on one another: documents added, each third revised, each fifth withdrawn later, entities merged. */
export async function planChain(store: GraphStore, documents: number, prefix = 'r'): Promise<GraphPlan[]> {
  const plans: GraphPlan[] = []
  const apply = async (plan: GraphPlan) => {
    await store.apply(plan)
    plans.push(plan)
  }
  for (let at = 0; at < documents; at += 1) {
    await apply(await planReading(store, buildReading(prefix, at)))
    if (at % 3 === 2)
      await apply(await planReading(store, { ...buildReading(prefix, at - 1), preface: 'Revised. ', claims: [] }))
    if (at % 5 === 4) await apply(await planWithdrawal(store, sourceOf(prefix, at - 3)))
  }
  return plans
}

const sourceOf = (prefix: string, at: number) => `${prefix}${String(at).padStart(4, '0')}.txt`

function buildReading(prefix: string, at: number): Reading {
  const source = sourceOf(prefix, at)
  const works = named(source, 'Enterprise', `Zinkwerk ${at % 7}`)
  const before = named(sourceOf(prefix, at - 2), 'Enterprise', `Zinkwerk ${(at - 2) % 7}`)
  return {
    source,
    claims: [
      { subject: works, predicate: 'RECOVERS', object: zinc, confidence: 0.5 + (at % 5) / 10 },
      { subject: works, predicate: 'TREATS', object: dust },
      { subject: works, predicate: 'capacity', value: tonnes(1000 + at) },
      { subject: dust, predicate: 'CONTAINS', object: zinc },
    ],
    // Every tenth document tells that its works is that of the document two before.
    judgements: at % 10 === 8 ? [judged(works, before, 'same')] : [],
    preface: 'Lorem ipsum dolor sit amet. '.repeat(at % 4),
  }
}
