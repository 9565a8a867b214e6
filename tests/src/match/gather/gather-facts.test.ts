import { describe, expect, it } from 'vitest'
import type { GraphStore } from '../../../../graph/store/graph-store.ts'
import { loadThesaurus } from '../../../../graph/thesaurus/load-thesaurus.ts'
import { matchNeed } from '../../../../src/match/match-need.ts'
import { applyClaims, type Claim } from '../../../support/build-claims-plan.ts'
import { openTestStore } from '../../../support/open-test-store.ts'

const thesaurus = loadThesaurus()

/** The store itself, its calls counted on the way. */
function countCalls(store: GraphStore): { store: GraphStore; calls: () => number; asked: () => number } {
  let calls = 0
  let asked = 0
  const counted = new Proxy(store, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return (...parameters: unknown[]) => {
        calls += 1
        if (Array.isArray(parameters[0])) asked += parameters[0].length
        return member.apply(target, parameters)
      }
    },
  })
  return { store: counted, calls: () => calls, asked: () => asked }
}

function recyclers(count: number, waste: string, from = 0): Claim[] {
  return Array.from({ length: count }, (_, at): Claim[] => {
    const n = from + at
    return [
      { subject: `Technology:Process ${n}`, predicate: 'TREATS', object: waste },
      { subject: `Enterprise:Firm ${n}`, predicate: 'OFFERS', object: `Technology:Process ${n}` },
      { subject: `Enterprise:Firm ${n}`, predicate: 'LOCATED_IN', object: 'country/TH' },
    ]
  }).flat()
}

async function measure(claims: Claim[]) {
  await using test = await openTestStore()
  await applyClaims(test.store, { 'a.txt': claims })
  const { store, calls, asked } = countCalls(test.store)
  const { matches } = await matchNeed({ store, thesaurus }, { text: 'EAF dust in Viet Nam' })
  return { calls: calls(), asked: asked(), matches: matches.length }
}

describe('gatherFacts', () => {
  it('asks the store as often for two hundred candidates as for two', async () => {
    const few = await measure(recyclers(2, 'waste-stream/eaf-dust'))
    const many = await measure(recyclers(200, 'waste-stream/eaf-dust'))
    expect(many.matches).toBeGreaterThan(few.matches)
    // One more: the countries of those among whom a choice must be made.
    expect(many.calls).toBeLessThanOrEqual(few.calls + 1)
  })

  it('touches nothing that does not concern the waste', async () => {
    const alone = await measure(recyclers(5, 'waste-stream/eaf-dust'))
    const crowded = await measure([
      ...recyclers(5, 'waste-stream/eaf-dust'),
      ...recyclers(300, 'waste-stream/tyres', 1_000),
    ])
    expect(crowded.asked).toBe(alone.asked)
  })
})
