import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReadingClient, type ReadingClient } from '../../../support/open-reading-client.ts'
import { composeReports } from '../../../support/reports.ts'

let client: ReadingClient

beforeAll(async () => {
  client = await openReadingClient(composeReports(2))
})
afterAll(() => client.library.close())

const LEGALITY = `query ($waste: String!, $from: String!, $to: String!, $on: String) {
  legality(waste: $waste, from: $from, to: $to, on: $on) {
    waste concepts { id label } codes from { code } to { code } purpose date verdict answer because conditions
    rules { id title kind effect says source asOf stale verified reviewer decides evidence { quote source } }
    problems { code message } notes notice
  }
}`

describe('legality', () => {
  it('answers with rules, their sources and the notice', async () => {
    const { legality } = await client.read(LEGALITY, { waste: 'A1160', from: 'DE', to: 'GH', on: '2026-06-01' })
    expect(legality).toMatchObject({
      from: { code: 'DE' },
      purpose: 'RECOVERY',
      date: '2026-06-01',
      verdict: 'LIKELY_PROHIBITED',
      answer: 'likely prohibited',
    })
    expect(legality.rules[0]).toMatchObject({ id: 'basel-ban-amendment', kind: 'RULE', effect: 'PROHIBITS' })
    expect(legality.notice).toContain('no legal advice')
  })

  it('tells as data what it could not understand', async () => {
    const { legality } = await client.read(LEGALITY, { waste: '', from: 'Atlantis', to: 'USSR', on: 'soon' })
    expect(legality.verdict).toBe('UNKNOWN')
    expect(legality.problems.map(({ code }: { code: string }) => code)).toEqual([
      'unknown-waste',
      'unknown-country',
      'former-country',
      'invalid-date',
    ])
  })
})

describe('whyNot', () => {
  it('says what became of a candidate, with the words', async () => {
    const { whyNot } = await client.read(
      `{ whyNot(text: "lead batteries", candidate: "Nordmetall A0 GmbH", country: "vn") {
        need { country { code } } candidate { name entity { id } } outcome criterion because wouldNeed
        evidence { quote source } match { score } notes
      } }`,
    )
    expect(whyNot).toMatchObject({ outcome: 'NO_TIE', criterion: null, candidate: { name: 'Nordmetall A0 GmbH' } })
    expect(whyNot.need.country.code).toBe('VN')
    expect(whyNot.evidence.length).toBeGreaterThan(0)
  })

  it('gives near misses their reason in a sentence', async () => {
    const { match } = await client.read(
      '{ match(text: "90,000,000 t of steel dust a year") { nearMisses { failed whyNot } } }',
    )
    expect(match.nearMisses[0]).toMatchObject({
      failed: 'CAPACITY',
      whyNot: expect.stringContaining('Falls at capacity'),
    })
  })
})
