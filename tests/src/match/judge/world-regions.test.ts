import { describe, expect, it } from 'vitest'
import { countryNames } from '../../../../graph/values/country.ts'
import { compareCountries } from '../../../../src/match/judge/world-regions.ts'

describe('compareCountries', () => {
  it.each([
    ['VN', 'VN', 'same'],
    ['VN', 'TH', 'subregion'],
    ['VN', 'CN', 'region'],
    ['VN', 'SE', 'elsewhere'],
  ])('puts %s and %s in the relation “%s”', (left, right, nearness) => {
    expect(compareCountries(left, right).nearness).toBe(nearness)
    expect(compareCountries(right, left).nearness).toBe(nearness)
  })

  it('places every country in a region', () => {
    const codes = [...new Set(countryNames().map(({ code }) => code))]
    const lost = codes.filter((code) =>
      codes.every((other) => other === code || compareCountries(code, other).nearness === 'elsewhere'),
    )
    // Antarctica and its neighbours belong to no region of the geoscheme that holds another.
    expect(lost.filter((code) => !['AQ', 'BV', 'TF'].includes(code))).toEqual([])
  })
})
