import { describe, expect, it } from 'vitest'
import { cityKey, loadCities } from '../../../../ingest/extract/recognise/city-gazetteer.ts'

describe('loadCities', () => {
  it('knows cities by GeoNames id, the largest first', () => {
    expect(loadCities().named('beijing')[0]).toMatchObject({ id: 1816670, country: 'CN', seat: true })
    const [first, second] = loadCities().named('vancouver')
    expect(first?.population).toBeGreaterThanOrEqual(second?.population ?? 0)
  })

  it('knows exonyms and old names', () => {
    expect(loadCities().named('cologne')[0]).toMatchObject({ name: 'Köln', country: 'DE' })
    expect(loadCities().named('ha noi')[0]).toMatchObject({ name: 'Hanoi' })
  })

  it('answers an unknown name with nothing', () => {
    expect(loadCities().named('no such place')).toEqual([])
  })
})

describe('cityKey', () => {
  it('folds diacritics and takes hyphens as spaces', () => {
    expect(cityKey('Port-au-Prince')).toBe('port au prince')
    expect(cityKey('Zahlé')).toBe('zahle')
  })
})
