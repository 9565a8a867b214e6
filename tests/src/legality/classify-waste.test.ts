import { describe, expect, it } from 'vitest'
import { loadRulebook } from '../../../graph/legality/load-rulebook.ts'
import { loadThesaurus } from '../../../graph/thesaurus/load-thesaurus.ts'
import { classifyWaste, type ListingSetting, type NamedWaste } from '../../../src/legality/classify-waste.ts'

const [rulebook, thesaurus] = [loadRulebook(), loadThesaurus()]
const classify = (waste: string | NamedWaste, setting: Partial<ListingSetting> = {}) =>
  classifyWaste(
    typeof waste === 'string' ? { label: waste, concept: `waste-stream/${waste}` } : waste,
    rulebook,
    thesaurus,
    { from: 'VN', to: 'TH', date: '2026-06-01', ...setting },
  )
const codes = (...asked: Parameters<typeof classify>) => classify(...asked)?.map(({ code }) => code)

describe('classifyWaste', () => {
  it('finds the Annex VIII entry of lead-acid batteries, and no constituent beside it', () => {
    const listings = classify('lead-acid-batteries')
    expect(listings?.[0]).toMatchObject({ code: 'A1160', class: 'hazardous', inferred: false, status: 'verified' })
    expect(listings?.map(({ code }) => code)).not.toContain('Y31')
  })

  it('marks candidates as inferred', () => {
    expect(
      classify('eaf-dust')
        ?.filter(({ list }) => list.startsWith('Basel'))
        .every(({ inferred }) => inferred),
    ).toBe(true)
  })

  it('gives the entry of Annex IX with its condition', () => {
    expect(classify('aluminium-dross')?.[0]).toMatchObject({ code: 'B1100', class: 'green' })
    expect(classify('aluminium-dross')?.[0]?.condition).toContain('no salt slag')
  })

  it('looks to the broader waste where it has no entry itself', () => {
    expect(classify('stainless-steel-dust')?.[0]).toMatchObject({ code: 'A4100', broaderLabel: 'steel dust' })
  })

  it('takes any kind of hazardous waste for hazardous', () => {
    expect(classify('chemical-waste')).toMatchObject([{ class: 'hazardous', broaderLabel: 'hazardous waste' }])
  })

  it('knows the entries of 2025 and those before', () => {
    expect(codes('e-waste', { date: '2025-01-01' })?.slice(0, 2)).toEqual(['A1181', 'Y49'])
    expect(codes('e-waste', { date: '2024-12-31' })?.slice(0, 3)).toEqual(['A1180', 'B1110', 'B4030'])
  })

  it('reads an entry that was replaced as the one in its place', () => {
    const given: NamedWaste = { label: 'A1180', codes: [{ scheme: 'basel-annex', code: 'A1180' }] }
    expect(codes(given)).toEqual(['A1181'])
  })

  it('lets a code given stand above those of the concept', () => {
    const given: NamedWaste = {
      label: 'cables',
      concept: 'waste-stream/cables',
      codes: [{ scheme: 'basel-annex', code: 'B1115' }],
    }
    expect(codes(given)).toEqual(['B1115'])
  })

  it('lets a code given hide no national entry that binds', () => {
    const codesGiven: NamedWaste = {
      label: 'slag',
      codes: [
        { scheme: 'eu-low', code: '10 02 07*' },
        { scheme: 'basel-annex', code: 'B1210' },
      ],
    }
    expect(codes(codesGiven, { from: 'DE', to: 'BE' })).toEqual(['10 02 07*'])
    expect(codes(codesGiven)).toEqual(['B1210', '10 02 07*'])
  })

  it('lets no national entry without asterisk free what a code given lists as hazardous', () => {
    const codesGiven: NamedWaste = {
      label: 'batteries',
      codes: [
        { scheme: 'basel-annex', code: 'A1160' },
        { scheme: 'eu-low', code: '16 06 04' },
      ],
    }
    expect(codes(codesGiven, { from: 'DE', to: 'BE' })).toEqual(['A1160'])
  })

  it('takes the List of Waste for law in Great Britain, to be verified', () => {
    const listed = (setting: Partial<ListingSetting>) =>
      classify('black-dross', setting)?.find(({ code }) => code === '10 03 09*')
    expect(listed({ from: 'GB' })).toMatchObject({ binding: true, status: 'to-verify' })
    expect(listed({ from: 'GB', to: 'DE' })).toMatchObject({ binding: true, status: listed({ from: 'DE' })?.status })
  })

  it('takes a national list for law where it is, and for a hint elsewhere', () => {
    const listed = (from: string) => classify('black-dross', { from })?.find(({ code }) => code === '10 03 09*')
    expect(listed('DE')).toMatchObject({ inferred: false, binding: true })
    expect(listed('VN')).toMatchObject({ inferred: true })
  })

  it('lets no entry of Annex IX free what the law of one end knows as hazardous alone', () => {
    expect(classify('black-dross', { from: 'DE' })?.map((one) => one.class)).not.toContain('green')
    expect(classify('black-dross')?.map((one) => one.class)).toContain('green')
    expect(classify('aluminium-dross', { from: 'DE' })?.map((one) => one.class)).toContain('green')
  })

  it('sets radioactive waste and used equipment outside', () => {
    expect(classify('radioactive-waste')).toBeNull()
    expect(classify('used-electronics')).toBeNull()
  })
})
