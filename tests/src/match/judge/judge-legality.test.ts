import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../../graph/thesaurus/load-thesaurus.ts'
import { judgeLegality } from '../../../../src/match/judge/judge-legality.ts'
import { buildEntityView, buildFacts, buildStatementView } from '../../../support/build-chain.ts'
import { buildJudgeContext } from '../../../support/build-judge-context.ts'
import { buildNeed } from '../../../support/build-need.ts'

const thesaurus = loadThesaurus()
const country = (code: string) => buildEntityView('Country', code, { id: `country/${code}`, country: code })

interface Shipment {
  waste?: string
  from?: string
  to?: string
  /** A rule of a country, by its code. */
  rules?: Record<string, string>
  /** Words of a regulation that regulates the waste, in force in a country. */
  regulation?: { country?: string }
}

function judge({ waste = 'lead-acid-batteries', from = 'KH', to = 'IN', rules = {}, regulation }: Shipment = {}) {
  const plant = buildEntityView('Facility', 'North plant', { country: to })
  const law = buildEntityView('Regulation', 'Waste Act')
  const object = buildEntityView('WasteStream', waste, { id: `waste-stream/${waste}` })
  const countries = [...new Set([from, to, ...Object.keys(rules)])].map(country)
  const said = Object.entries(rules).map(([code, text]) =>
    buildStatementView(country(code), 'rule', { value: { kind: 'text', text } }),
  )
  const laws = regulation
    ? [
        buildStatementView(law, 'REGULATES', { object }),
        ...(regulation.country ? [buildStatementView(law, 'APPLIES_IN', { object: country(regulation.country) })] : []),
      ]
    : []
  const facts = buildFacts([plant, law, object, ...countries], [...said, ...laws])
  const need = buildNeed(thesaurus, { waste: [`waste-stream/${waste}`], country: from })
  return judgeLegality({ project: plant, concerns: [], links: [] }, buildJudgeContext(need, facts, thesaurus))
}

describe('judgeLegality', () => {
  it('asks for prior informed consent where Annex VIII lists the waste', () => {
    const { because, score, missing } = judge()
    expect(because).toContain('A1160 (Basel Convention, Annex VIII')
    expect(because).toMatch(/^Lawful with prior informed consent\. /)
    expect(score).toBeGreaterThan(judge({ from: 'DE' }).score ?? 1)
    expect(missing?.join()).toContain('permit to receive')
  })

  it('sees no shipment where it stands in the country of the need', () => {
    expect(judge({ to: 'KH' })).toMatchObject({ score: 1 })
  })

  it('names the ban amendment out of a country of Annex VII, and not within them', () => {
    expect(judge({ from: 'DE', to: 'IN' }).because).toContain('Article 4A')
    expect(judge({ from: 'DE', to: 'FR' }).because).not.toContain('Article 4A')
  })

  it('does not fall at a ban that does not bind the country of the need', () => {
    const { because, wouldNeed } = judge({ from: 'JP', to: 'MY' })
    expect(because).toMatch(/^Lawful with prior informed consent/)
    expect(wouldNeed).toBeUndefined()
  })

  it('does not fall at a ban nobody has read in its source', () => {
    const { because, wouldNeed } = judge({ from: 'KH', to: 'TR' })
    expect(because).toMatch(/^Likely prohibited/)
    expect(wouldNeed).toBeUndefined()
  })

  it('does not fall where nobody has read the entry of the waste in its source', () => {
    const { because, wouldNeed } = judge({ waste: 'lead-glass', from: 'CH', to: 'IN' })
    expect(because).toMatch(/^Likely prohibited/)
    expect(wouldNeed).toBeUndefined()
  })

  it('falls at a ban, but not where it rests on entries that are only inferred', () => {
    expect(judge({ from: 'DE', to: 'IN' }).wouldNeed).toContain('brought to Germany')
    const inferred = judge({ waste: 'bof-dust', from: 'CH', to: 'IN' })
    expect(inferred).toMatchObject({ score: judge({ from: 'DE', to: 'IN' }).score })
    expect(inferred.wouldNeed).toBeUndefined()
  })

  it('lets technology out of a country that takes in no waste at all', () => {
    const rules = { CN: 'China forbids the import of solid waste in any form.' }
    const { because, score, wouldNeed, missing } = judge({ waste: 'lithium-ion-batteries', to: 'CN', rules })
    expect(because).toMatch(/^Likely prohibited\./)
    expect(score).toBe(judge({ from: 'DE', to: 'IN' }).score)
    expect(wouldNeed).toBeUndefined()
    expect(missing?.join()).toContain('can the technology come to the waste instead?')
  })

  it('says so where it is not known where the waste would go', () => {
    expect(judge({ to: '' }).because).toMatch(/^Not stated from where to where it would go; by its listing alone: /)
  })

  it('asks for an agreement with a state that is no party', () => {
    const { because, wouldNeed } = judge({ to: 'US' })
    expect(because).toMatch(/^Likely prohibited\. .*It may go where there is an agreement under Article 11/)
    expect(wouldNeed).toBeUndefined()
  })

  it('lets a waste of Annex IX pass more easily', () => {
    expect(judge({ waste: 'aluminium-dross' }).score).toBeGreaterThan(judge().score ?? 1)
  })

  it('cites an import ban of the receiving country', () => {
    const { because, score, statements } = judge({
      rules: { IN: 'India prohibits the import of lead-acid batteries.' },
    })
    expect(because).toContain('Likely prohibited by India')
    expect(statements).toHaveLength(1)
    expect(score).toBeLessThan(judge().score ?? 0)
  })

  it('does not take an import ban of the sending country for one on export', () => {
    const { because } = judge({ rules: { KH: 'Cambodia prohibits the import of lead-acid batteries.' } })
    expect(because).toContain('See Cambodia')
    expect(because).not.toContain('Likely prohibited')
  })

  it('passes over rules on other wastes', () => {
    expect(judge({ rules: { IN: 'India prohibits the import of electronic waste.' } }).statements).toEqual([])
  })

  it('counts a regulation only in the countries it applies in', () => {
    expect(judge({ regulation: { country: 'IN' } }).because).toContain('See Waste Act')
    expect(judge({ regulation: { country: 'PE' } }).because).not.toContain('Waste Act')
    expect(judge({ regulation: {} }).because).toContain('See Waste Act')
  })

  it('says nothing where neither listing nor rule bears on it', () => {
    const { because, score } = judge({ waste: 'tailings' })
    expect(because).toMatch(/^Not stated/)
    expect(score).toBeNull()
  })
})
