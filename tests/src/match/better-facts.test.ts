import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../graph/thesaurus/load-thesaurus.ts'
import { matchNeed } from '../../../src/match/match-need.ts'
import { applyClaims, type Claim, tonnes } from '../../support/build-claims-plan.ts'
import { openTestStore } from '../../support/open-test-store.ts'

const thesaurus = loadThesaurus()
const NEED = { text: '20,000 t of EAF dust a year in Viet Nam, zinc recovery', limit: 50 }

/** What a document may say in favour of one firm, its kiln and its plant. */
const GOOD_FACTS: Claim[] = [
  { subject: 'Enterprise:Firm', predicate: 'TREATS', object: 'waste-stream/metallurgical-dust' },
  { subject: 'Enterprise:Firm', predicate: 'TREATS', object: 'waste-stream/eaf-dust' },
  { subject: 'Enterprise:Firm', predicate: 'OFFERS', object: 'Technology:Kiln' },
  { subject: 'Technology:Kiln', predicate: 'TREATS', object: 'waste-stream/steel-dust' },
  { subject: 'Technology:Kiln', predicate: 'TREATS', object: 'waste-stream/eaf-dust' },
  { subject: 'Technology:Kiln', predicate: 'RECOVERS', object: 'metal/zinc' },
  { subject: 'Enterprise:Firm', predicate: 'RECOVERS', object: 'metal/zinc' },
  { subject: 'Enterprise:Firm', predicate: 'OPERATES', object: 'Facility:Plant' },
  { subject: 'Facility:Plant', predicate: 'TREATS', object: 'waste-stream/eaf-dust' },
  { subject: 'Facility:Plant', predicate: 'DEMONSTRATES', object: 'Technology:Kiln' },
  { subject: 'Facility:Plant', predicate: 'capacity', value: tonnes(60_000) },
  { subject: 'Enterprise:Firm', predicate: 'capacity', value: tonnes(90_000) },
  { subject: 'Facility:Plant', predicate: 'LOCATED_IN', object: 'country/VN' },
  { subject: 'Technology:Kiln', predicate: 'proof', value: { kind: 'text', text: 'independently verified' } },
]

async function bestScore(claims: readonly Claim[]): Promise<number> {
  await using test = await openTestStore()
  if (claims.length > 0) await applyClaims(test.store, { 'a.txt': claims })
  const { matches } = await matchNeed({ store: test.store, thesaurus }, NEED)
  return matches[0]?.score ?? 0
}

describe('a better fact', () => {
  it('never lowers the best match', async () => {
    const subset = fc.subarray(GOOD_FACTS)
    await fc.assert(
      fc.asyncProperty(subset, fc.constantFrom(...GOOD_FACTS), async (known, learnt) => {
        const before = await bestScore(known.filter((claim) => claim !== learnt))
        const after = await bestScore([...known.filter((claim) => claim !== learnt), learnt])
        expect(after).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 60 },
    )
  })

  it('lifts a match to nearly full marks when all are known', async () => {
    expect(await bestScore(GOOD_FACTS)).toBeGreaterThan(0.95)
  })
})
