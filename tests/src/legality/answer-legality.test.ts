import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../graph/thesaurus/load-thesaurus.ts'
import { answerLegality } from '../../../src/legality/answer-legality.ts'
import type { LegalityAnswer, LegalityRequest } from '../../../src/legality/legality.ts'
import { applyClaims, type Claim } from '../../support/build-claims-plan.ts'
import { openTestStore } from '../../support/open-test-store.ts'

const thesaurus = loadThesaurus()
const TODAY = '2026-11-22'

async function ask(
  request: Partial<LegalityRequest> = {},
  documents: Record<string, Claim[]> = {},
  today = TODAY,
): Promise<LegalityAnswer> {
  await using test = await openTestStore()
  await applyClaims(test.store, documents)
  const asked = { waste: 'lead-acid batteries', from: 'KH', to: 'KR', ...request }
  return await answerLegality({ store: test.store, thesaurus, today }, asked)
}

const rule = (country: string, text: string): Claim => ({
  subject: `country/${country}`,
  predicate: 'rule',
  value: { kind: 'text', text },
  quote: text,
})

describe('answerLegality', () => {
  it('cites every rule with its source, its day and whether that is too old', async () => {
    const { answer, rules, notice } = await ask()
    expect(answer).toBe('lawful with prior informed consent')
    expect(rules.find(({ id }) => id === 'basel-prior-informed-consent')).toMatchObject({
      title: 'Prior informed consent',
      source: 'Basel Convention, Articles 4 and 6',
      asOf: '2026-11',
      stale: false,
      decides: true,
      reviewer: 'not reviewed',
    })
    expect(rules.find(({ id }) => id === 'basel-A1160')).toMatchObject({ kind: 'listing', effect: 'lists' })
    expect(notice).toContain('no legal advice')
  })

  it('shows rules as out of date once they are', async () => {
    const isStale = async (today: string) =>
      (await ask({}, {}, today)).rules.find(({ id }) => id === 'basel-prior-informed-consent')?.stale
    expect(await isStale('2028-11-30')).toBe(false)
    expect(await isStale('2028-12-01')).toBe(true)
  })

  it('answers likely prohibited under the ban amendment', async () => {
    const { verdict, rules } = await ask({ from: 'Germany', to: 'India' })
    expect(verdict).toBe('likely-prohibited')
    expect(rules[0]?.id).toBe('basel-ban-amendment')
  })

  it('answers not hazardous if, with what holds otherwise', async () => {
    const { answer, conditions } = await ask({ waste: 'aluminium dross', from: 'CH', to: 'IN' })
    expect(answer).toMatch(/^not hazardous if .*no salt slag.*; otherwise likely prohibited$/)
    expect(conditions.join()).toContain('B1100')
  })

  it('keeps clean scrap lawful with a permit the country of import asks', async () => {
    const words = 'In 2026 India asks a permit for the import of aluminium scrap.'
    const asked = { waste: 'aluminium scrap', from: 'DE', to: 'IN' }
    const { verdict, answer, conditions } = await ask(asked, { 'rules.txt': [rule('IN', words)] })
    expect(verdict).toBe('lawful-with-consent')
    expect(answer).toMatch(/^lawful with prior informed consent if .*; otherwise likely prohibited$/)
    expect(conditions.join()).toContain('B1010')
  })

  it('judges a code by rules that name it', async () => {
    const { verdict, rules, conditions } = await ask({ waste: 'B3011', from: 'DE', to: 'MA' })
    expect(verdict).toBe('likely-prohibited')
    expect(rules[0]?.id).toBe('eu-plastic-export-ban')
    expect(conditions).toEqual([])
  })

  it('cites a rule as to verify where the group it reaches a country through is', async () => {
    const { rules, notes } = await ask({ to: 'US' })
    expect(rules.find(({ id }) => id === 'basel-no-trade-with-non-parties')?.status).toBe('to-verify')
    expect(notes.join()).toContain('No trade with states that are no party')
  })

  it('asks of a given code and a binding national one what the stricter does', async () => {
    const asked = { waste: '10 02 07* B1210', from: 'DE', to: 'BE' }
    expect((await ask(asked)).verdict).toBe('lawful-with-consent')
  })

  it('names as a way out of a ban only what lifts that ban', async () => {
    const { verdict, conditions } = await ask({ waste: 'aluminium dross', from: 'VN', to: 'CN' })
    expect(verdict).toBe('likely-prohibited')
    expect(conditions).toEqual([expect.stringContaining('no waste under Chinese law')])
  })

  it('answers unknown for a waste no list and no rule names', async () => {
    const { verdict, because } = await ask({ waste: 'mine tailings', from: 'PE', to: 'CL' })
    expect(verdict).toBe('unknown')
    expect(because.join()).toContain('No entry')
  })

  it('cites a ban that a document states, with its words', async () => {
    const words = 'Since 1 July 2026 South Korea prohibits the import of used lead-acid batteries.'
    const { verdict, rules } = await ask({}, { 'rules.txt': [rule('KR', words)] })
    expect(verdict).toBe('likely-prohibited')
    expect(rules[0]).toMatchObject({
      kind: 'document',
      effect: 'prohibits',
      source: 'rules.txt',
      asOf: '2026',
      stale: false,
      evidence: [{ document: 'rules.txt', quote: words }],
    })
  })

  it('shows words without a date, or an old one, as out of date', async () => {
    const stale = async (words: string) =>
      (await ask({}, { 'a.txt': [rule('KR', words)] })).rules.find(({ kind }) => kind === 'document')
    expect(await stale('Import of lead-acid batteries needs a permit.')).toMatchObject({ asOf: null, stale: true })
    expect(await stale('Since 2010 import of lead-acid batteries needs a permit.')).toMatchObject({
      asOf: '2010',
      stale: true,
    })
  })

  it('takes no import ban of the country of export, nor a rule on another waste, for a ban', async () => {
    const documents = {
      'a.txt': [
        rule('KH', 'Cambodia prohibits the import of lead-acid batteries.'),
        rule('KR', 'South Korea prohibits the import of electronic waste.'),
      ],
    }
    const { verdict, rules } = await ask({}, documents)
    expect(verdict).toBe('lawful-with-consent')
    expect(rules.filter(({ kind }) => kind === 'document')).toMatchObject([{ effect: 'informs', decides: false }])
  })

  it('counts a regulation that regulates the waste where it applies', async () => {
    const claims = (country: string): Claim[] => [
      {
        subject: 'Regulation:Battery Act',
        predicate: 'REGULATES',
        object: 'waste-stream/lead-acid-batteries',
        quote: 'The Battery Act forbids the import of lead-acid batteries.',
      },
      { subject: 'Regulation:Battery Act', predicate: 'APPLIES_IN', object: `country/${country}` },
    ]
    expect((await ask({}, { 'a.txt': claims('KR') })).verdict).toBe('likely-prohibited')
    expect((await ask({}, { 'a.txt': claims('PE') })).verdict).toBe('lawful-with-consent')
  })

  it('takes the strictest of several wastes', async () => {
    const { verdict, because } = await ask({ waste: 'aluminium scrap and lead-acid batteries', from: 'CH', to: 'IN' })
    expect(verdict).toBe('likely-prohibited')
    expect(because.join()).toContain('B1010')
  })

  it('sees no shipment within a country', async () => {
    expect(await ask({ from: 'KH', to: 'Cambodia' })).toMatchObject({ verdict: 'no-border', rules: [] })
  })

  it.each([
    [{ from: 'Atlantis' }, 'unknown-country'],
    [{ to: 'Yugoslavia' }, 'former-country'],
    [{ waste: 'bananas' }, 'unknown-waste'],
    [{ waste: 'zinc' }, 'not-waste'],
    [{ on: '2026-02-30' }, 'invalid-date'],
    [{ on: '1950-01-01' }, 'invalid-date'],
    [{ waste: `${'"; DROP'.repeat(2000)}\u0000` }, 'unknown-waste'],
  ])('says what it could not understand of %o', async (request, code) => {
    const { verdict, problems, because } = await ask(request)
    expect(verdict).toBe('unknown')
    expect(problems).toMatchObject([{ code }])
    expect(because).toEqual(problems.map(({ message }) => message))
  })
})
