import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../../graph/thesaurus/load-thesaurus.ts'
import type { MatchRequest } from '../../../../src/match/match.ts'
import { understandNeed } from '../../../../src/match/need/understand-need.ts'
import { applyClaims, type Claim } from '../../../support/build-claims-plan.ts'
import { openTestStore } from '../../../support/open-test-store.ts'

const thesaurus = loadThesaurus()

async function understand(request: MatchRequest, claims: Claim[] = []) {
  await using test = await openTestStore()
  if (claims.length > 0) await applyClaims(test.store, { 'a.txt': claims })
  return await understandNeed({ store: test.store, thesaurus }, request)
}

const wastesOf = async (text: string) =>
  (await understand({ text })).need.wasteStreams.map(({ id }) => id.replace('waste-stream/', ''))

describe('understandNeed', () => {
  it('finds waste, quantity and country with the words they came from', async () => {
    const { need } = await understand({ text: '20,000 t of EAF dust a year in Viet Nam' })
    expect(need.wasteStreams).toEqual([
      { id: 'waste-stream/eaf-dust', label: 'electric arc furnace dust', matched: 'EAF dust', via: 'label' },
    ])
    expect(need.quantity).toMatchObject({ value: 20_000, unit: 't', per: 'year', text: '20,000 t' })
    expect(need.country).toEqual({ code: 'VN', label: 'Viet Nam', matched: 'Viet Nam' })
  })

  it.each([
    ['alluminium dros in Thailand', 'aluminium-dross'],
    ['dust from steel mills', 'steel-dust'],
    ['batteries lead-acid used', 'lead-acid-batteries'],
    ['K061', 'eaf-dust'],
    ['废铝', 'aluminium-scrap'],
    ['10 02 07*', 'steel-dust'],
    ['who recycles lead batteries', 'lead-acid-batteries'],
    ['Li-ion battery recycling companies', 'lithium-ion-batteries'],
    ['锂电池回收', 'lithium-ion-batteries'],
    ['reciclaje de baterías de plomo', 'lead-acid-batteries'],
    ['a100 3x k061 heaps', 'eaf-dust'],
  ])('reads the waste in “%s”', async (text, waste) => {
    expect(await wastesOf(text)).toEqual([waste])
  })

  it('says how a misspelt waste was read', async () => {
    const { notes } = await understand({ text: 'alluminium dros in Thailand' })
    expect(notes.join(' ')).toContain('“alluminium dros” was read as aluminium dross')
  })

  it('keeps to the kind where a waste and a kind of it are both named', async () => {
    expect(await wastesOf('steel dust, above all EAF dust')).toEqual(['eaf-dust'])
  })

  it('tells metals sought from the metal a works makes', async () => {
    const { need } = await understand({ text: 'Vietnamese steel mill seeks zinc recovery from EAF dust' })
    expect(need.metals.map(({ id }) => id)).toEqual(['metal/zinc'])
  })

  it('does not take grammar for metals', async () => {
    const { need } = await understand({ text: 'we need to lead the way or not' })
    expect(need.metals).toEqual([])
  })

  it('lets the country asked for win over the one in the text', async () => {
    const { need } = await understand({ text: 'salt slag in Thailand', country: 'kh' })
    expect(need.country).toEqual({ code: 'KH', label: 'Cambodia' })
  })

  it('takes the country of a city, and says so', async () => {
    const { need, notes } = await understand({ text: 'lead batteries near Jakarta' })
    expect(need.country).toMatchObject({ code: 'ID', matched: 'Jakarta' })
    expect(notes.join(' ')).toContain('city in Indonesia')
  })

  it('finds names that only documents know', async () => {
    const claims: Claim[] = [
      { subject: 'Enterprise:Nordkreis', predicate: 'TREATS', object: 'WasteStream:Flimmer residue' },
    ]
    const { need, notes } = await understand({ text: 'what to do with flimmer residue' }, claims)
    expect(need.wasteStreams).toMatchObject([{ label: 'Flimmer residue', matched: 'flimmer residue', via: 'graph' }])
    expect(notes.join(' ')).toContain('not in the thesaurus')
  })

  it('converts a daily quantity and says what it took for granted', async () => {
    const { need, notes } = await understand({ text: '50 t of salt slag per day' })
    expect(need.quantity?.value).toBe(18_250)
    expect(notes.join(' ')).toContain('year of 365 days')
  })

  it.each([
    ['', 'The need is empty'],
    ['   \u0000\u0007 ', 'The need is empty'],
    ['!!! ??? …', 'No waste, metal or technology was recognised'],
    ['we want a better world', 'No waste, metal or technology was recognised'],
    ['waste batteries but not lead', '“lead” is excluded'],
    ['red mud in Yugoslavia', 'Yugoslavia is no country any more'],
    ['WEEE smelter in Europe', 'Europe is a region'],
    ['-500 t of dross', 'not a quantity a year can hold'],
    ['5000000000000 t of dross', 'not a quantity a year can hold'],
    ['steel dust "; DROP TABLE entity; -- in Laos', 'No quantity was given'],
    ['steel dust '.repeat(1_000), 'Only the first 4,000 characters were read'],
    ['钢铁粉尘 dust Пыль ฝุ่น', 'No country was given'],
  ])('answers “%.40s” with a hint', async (text, hint) => {
    const { notes } = await understand({ text })
    expect(notes.join(' ')).toContain(hint)
  })

  it('leaves out a country code that does not exist, and says so', async () => {
    const { need, notes } = await understand({ text: 'salt slag', country: 'ZZ' })
    expect(need.country).toBeUndefined()
    expect(notes.join(' ')).toContain('“ZZ” is no country code')
  })

  it.each([
    ['used lead-acid batteries, 5,000 t/a, Vientiane', 'LA'],
    ['lead batteries, 500 t, Luang Prabang', 'LA'],
    ['Vientiane: 4,500 t of EAF dust', 'LA'],
    ['Vientiane 4,500 t of EAF dust', 'LA'],
    ['steel dust – Haiphong – 20,000 t', 'VN'],
  ])('finds the country by a city that stands alone in “%s”', async (text, country) => {
    expect((await understand({ text })).need.country?.code).toBe(country)
  })

  it.each(['Copper, 500 t a year', 'EAF dust, Recycling, 500 t'])(
    'takes no waste, metal or process that stands alone for a city: “%s”',
    async (text) => {
      expect((await understand({ text })).need.country).toBeUndefined()
    },
  )

  const koreaZinc: Claim[] = [
    { subject: 'Enterprise:Korea Zinc', predicate: 'TREATS', object: 'waste-stream/eaf-dust' },
    { subject: 'Enterprise:Glencore', predicate: 'TREATS', object: 'waste-stream/eaf-dust' },
  ]

  it('excludes the firm that is named, and neither a metal nor a country in its name', async () => {
    const { need } = await understand({ text: '20,000 t of EAF dust in Vietnam, not Korea Zinc' }, koreaZinc)
    expect(need.excluded?.map(({ label, matched }) => [label, matched])).toEqual([['Korea Zinc', 'Korea Zinc']])
    expect(need.country?.code).toBe('VN')
    expect(need.metals).toEqual([])
  })

  it('takes a name behind “not” for one even where no document knows it, and says so', async () => {
    const { need, notes } = await understand({ text: '20,000 t of EAF dust in Vietnam, not Korea Zinc' })
    expect(need).toMatchObject({ country: { code: 'VN' }, metals: [] })
    expect(need.excluded).toBeUndefined()
    expect(notes.join(' ')).toContain('“Korea Zinc” is excluded; no document names')
    expect(notes.join(' ')).not.toContain('South Korea')
  })

  it('places no need in a country it rules out', async () => {
    const { need, notes } = await understand({ text: 'EAF dust, but not in Viet Nam' })
    expect(need.country).toBeUndefined()
    expect(notes.join(' ')).toContain('“Viet Nam” is ruled out')
    expect((await understand({ text: 'EAF dust of Thailand, not to China' })).need.country?.code).toBe('TH')
  })

  it('says that a need contradicts itself, and how it was read', async () => {
    const { need, notes } = await understand({ text: 'steel dust by the Waelz process but no Waelz process' })
    expect(need.technologies).toMatchObject([{ id: 'technology/waelz-process' }])
    expect(need.excluded).toBeUndefined()
    expect(notes.join(' ')).toContain('both asks for Waelz process and excludes it')
  })

  it('excludes all firms of a list joined by “or”', async () => {
    const { need } = await understand({ text: 'EAF dust, not Korea Zinc or Glencore' }, koreaZinc)
    expect(need.excluded?.map(({ label }) => label)).toEqual(['Korea Zinc', 'Glencore'])
  })
})
