import { describe, expect, it } from 'vitest'
import { foldLabel } from '../../../../graph/thesaurus/fold-label.ts'
import { isMeaning } from '../../../../ingest/extract/table/column-meaning.ts'
import { HEADER_WORDS } from '../../../../ingest/extract/table/header-words.ts'
import { isForeignHeader, readHeader } from '../../../../ingest/extract/table/read-header.ts'

describe('readHeader', () => {
  it.each([
    ['Name of company', { means: 'company' }],
    ['COMPANIES', { means: 'company' }],
    ['wasteStreams', { means: 'waste' }],
    ['address.city', { means: 'city' }],
    ['Organization', { means: 'organisation' }],
    ['Capacity (t/a)', { means: 'capacity', unit: 't/a' }],
    ['Capacity, kt per year', { means: 'capacity', unit: 'kt per year' }],
    ['Installed capacity [tpa]', { means: 'capacity', unit: 'tpa' }],
    ['Planned capacity (t/a)', { means: 'capacity', unit: 't/a', planned: true }],
    ['Output 2023 (tonnes)', { means: 'output', unit: 'tonnes', year: '2023' }],
    ['Investment (USD million)', { means: 'investment', unit: 'USD million' }],
    ['产能（万吨/年）', { means: 'capacity', unit: '万吨/年' }],
    ['企业名称', { means: 'company' }],
    ['项目名称', { means: 'project' }],
    ['Capacidad instalada', { means: 'capacity' }],
    ['In force since', { means: 'since' }],
  ])('understands %s', (header, meaning) => {
    expect(readHeader(header)).toEqual(meaning)
  })

  it.each([
    'Country risk',
    'Company Plant',
    'Capacity or output',
    'Mood',
    '',
    '42',
    'x'.repeat(500),
    'constructor',
    '__proto__',
  ])('leaves %j alone', (header) => {
    expect(readHeader(header)).toBeNull()
  })

  it('knows headers of price lists and league tables', () => {
    expect(['Unit price', 'Points', 'Goals (away)', '单价'].map(isForeignHeader)).toEqual([true, true, true, true])
    expect(isForeignHeader('Capacity')).toBe(false)
  })
})

describe('HEADER_WORDS', () => {
  it('puts every wording under one known meaning', () => {
    const seen = new Map<string, string>()
    for (const [means, words] of Object.entries(HEADER_WORDS)) {
      expect(isMeaning(means)).toBe(true)
      for (const word of words.split('|')) {
        const key = foldLabel(word)
        expect([word, seen.get(key) ?? means]).toEqual([word, means])
        seen.set(key, means)
      }
    }
  })
})
