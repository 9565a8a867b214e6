import { describe, expect, it } from 'vitest'
import { chooseSeeds, MAX_SEEDS, type Seed } from '../../../../src/match/gather/choose-seeds.ts'
import { applyClaims, type Claim } from '../../../support/build-claims-plan.ts'
import { openTestStore } from '../../../support/open-test-store.ts'

const seed = (id: string, weight: number): Seed => ({ id, weight, corroboration: 1 })

describe('chooseSeeds', () => {
  it('takes each candidate once, by its strongest tie', async () => {
    await using test = await openTestStore()
    const seeds = [seed('a', 0.3), seed('b', 0.5), seed('a', 0.9)]
    expect(await chooseSeeds(seeds, test.store, undefined)).toEqual({ chosen: ['a', 'b'], more: false })
  })

  it('keeps who stands in the country of the need where some must be left out', async () => {
    await using test = await openTestStore()
    const claims: Claim[] = [{ subject: 'city/near@VN', predicate: 'LOCATED_IN', object: 'country/VN' }]
    await applyClaims(test.store, { 'a.txt': claims })
    const crowd = Array.from({ length: MAX_SEEDS + 20 }, (_, at) => seed(`far-${at}`, 0.8))
    const { chosen, more } = await chooseSeeds([...crowd, seed('city/near', 0.6)], test.store, 'VN')
    expect(more).toBe(true)
    expect(chosen).toContain('city/near')
    expect(chosen).toHaveLength(MAX_SEEDS)
  })
})
