import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadRulebook } from '../../../graph/legality/load-rulebook.ts'
import { loadThesaurus } from '../../../graph/thesaurus/load-thesaurus.ts'
import { countryName } from '../../../graph/values/country.ts'

const rulebook = loadRulebook()
const thesaurus = loadThesaurus()

const day = z.iso.date()
const asOf = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-[0-3]\d)?)?$/)
const status = z.enum(['verified', 'to-verify'])
const text = z.string().trim().min(5)
const place = z.string().refine((name) => name in rulebook.groups || countryName(name) !== null, 'no country or group')
const places = z.strictObject({ in: z.array(place).min(1).optional(), notIn: z.array(place).min(1).optional() })
const isWaste = (id: string) =>
  thesaurus.concept(id)?.type === 'WasteStream' || rulebook.entries.some(({ code }) => code === id)
const scope = z.strictObject({
  from: places.optional(),
  to: places.optional(),
  class: z.array(z.enum(['hazardous', 'special', 'green'])).optional(),
  wastes: z.array(z.string().refine(isWaste, 'no waste and no entry')).optional(),
  purpose: z.enum(['recovery', 'disposal']).optional(),
})
const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: text,
  effect: z.enum(['prohibits', 'consent', 'informs']),
  says: text.endsWith('.'),
  when: scope,
  unless: z.array(scope).optional(),
  conditions: z.array(text).optional(),
  source: text,
  asOf,
  status,
  reviewer: text.optional(),
  freshMonths: z.int().min(1).max(60),
  from: day.optional(),
  until: day.optional(),
})
const entry = z.strictObject({
  code: z.string().regex(/^(?:[AB]\d{4}|Y\d{1,2})$/),
  annex: z.enum(['I', 'II', 'VIII', 'IX']),
  label: text,
  status,
  condition: text.optional(),
  from: day.optional(),
  until: day.optional(),
  replacedBy: z.string().optional(),
})
const members = z.array(z.string().refine((code) => countryName(code) !== null, 'no country')).min(1)
const group = z.strictObject({ label: text, members, source: text, asOf, status })

const findDuplicates = (ids: string[]) => ids.filter((id, at) => ids.indexOf(id) !== at)

describe('loadRulebook', () => {
  it('gives rules that are whole, each with its source and day', () => {
    expect(z.array(rule).safeParse(rulebook.rules).error?.issues ?? []).toEqual([])
    expect(findDuplicates(rulebook.rules.map(({ id }) => id))).toEqual([])
    expect(rulebook.rules.length).toBeGreaterThan(40)
  })

  it('gives annex entries that are whole, and their successors', () => {
    expect(z.array(entry).safeParse(rulebook.entries).error?.issues ?? []).toEqual([])
    const codes = rulebook.entries.map(({ code }) => code)
    expect(findDuplicates(codes)).toEqual([])
    const lost = rulebook.entries.filter(({ replacedBy }) => replacedBy && !codes.includes(replacedBy))
    expect(lost).toEqual([])
    expect(rulebook.entries.filter(({ annex, condition }) => (annex === 'IX') !== (condition !== undefined))).toEqual(
      [],
    )
  })

  it('gives groups of countries of today', () => {
    expect(z.record(z.string(), group).safeParse(rulebook.groups).error?.issues ?? []).toEqual([])
    for (const { members } of Object.values(rulebook.groups)) expect(findDuplicates(members)).toEqual([])
  })

  it('counts OECD, European Union and Liechtenstein into Annex VII, and nobody else', () => {
    const of = (name: string) => rulebook.groups[name]?.members ?? []
    expect(of('oecd')).toHaveLength(38)
    expect(of('eu')).toHaveLength(27)
    expect([...of('annex-vii')].sort()).toEqual([...new Set([...of('oecd'), ...of('eu'), 'LI'])].sort())
  })

  it('has an entry for every Basel code of the thesaurus', () => {
    const known = new Set(rulebook.entries.map(({ code }) => code))
    const used = thesaurus.concepts().flatMap(({ codes }) => codes.filter(({ scheme }) => scheme.startsWith('basel')))
    expect(used.length).toBeGreaterThan(50)
    expect(used.map(({ code }) => code).filter((code) => !known.has(code))).toEqual([])
  })

  it.each(['AU', 'CA', 'GH', 'HK', 'JP', 'KR', 'MY', 'SG', 'TH', 'US'])(
    'asks consent at either border of %s',
    (code) => {
      const asks = (end: 'from' | 'to') =>
        rulebook.rules.some(({ effect, when }) => effect === 'consent' && when[end]?.in?.includes(code))
      expect([asks('from'), asks('to')]).toEqual([true, true])
    },
  )

  it('classes only wastes the thesaurus knows', () => {
    expect(Object.keys(rulebook.classes).filter((id) => thesaurus.concept(id)?.type !== 'WasteStream')).toEqual([])
  })
})
