import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../graph/thesaurus/load-thesaurus.ts'
import { explainWhyNot } from '../../../src/match/explain-why-not.ts'
import type { WhyNotAnswer } from '../../../src/match/why-not.ts'
import { applyClaims, type Claim, tonnes } from '../../support/build-claims-plan.ts'
import { openTestStore } from '../../support/open-test-store.ts'

const thesaurus = loadThesaurus()
const EAF_DUST = 'waste-stream/eaf-dust'
const documents: Record<string, Claim[]> = {
  'good.txt': [
    { subject: 'Enterprise:Goodworks', predicate: 'TREATS', object: EAF_DUST },
    { subject: 'Enterprise:Goodworks', predicate: 'LOCATED_IN', object: 'country/VN' },
  ],
  'small.txt': [
    { subject: 'Enterprise:Smallworks', predicate: 'TREATS', object: EAF_DUST },
    { subject: 'Enterprise:Smallworks', predicate: 'capacity', value: tonnes(50) },
  ],
  'other.txt': [
    {
      subject: 'Enterprise:Otherworks',
      predicate: 'TREATS',
      object: 'waste-stream/lead-acid-batteries',
      quote: 'Otherworks breaks lead-acid batteries.',
    },
    { subject: 'Enterprise:Quietworks', predicate: 'LOCATED_IN', object: 'country/VN' },
  ],
}

async function explain(candidate: string, text = '20,000 t of EAF dust a year in Viet Nam'): Promise<WhyNotAnswer> {
  await using test = await openTestStore()
  await applyClaims(test.store, documents)
  return await explainWhyNot({ store: test.store, thesaurus }, { text, candidate })
}

describe('explainWhyNot', () => {
  it('says that a candidate does match, where, and on what it is weakest', async () => {
    const { outcome, because, wouldNeed } = await explain('Goodworks')
    expect({ outcome, wouldNeed }).toEqual({ outcome: 'match', wouldNeed: null })
    expect(because).toMatch(/number 1 of \d+.*Weakest on proof/)
  })

  it('names the criterion a near miss falls at, with the words, and what would change it', async () => {
    const answer = await explain('smallworks')
    expect(answer).toMatchObject({
      candidate: { name: 'Smallworks' },
      outcome: 'near-miss',
      criterion: 'capacity',
      wouldNeed: expect.stringContaining('at least 2,000 t'),
    })
    expect(answer.evidence.map(({ document }) => document)).toEqual(['small.txt'])
  })

  it('tells what a candidate is said to treat instead', async () => {
    const { outcome, because, evidence } = await explain('Otherworks')
    expect(outcome).toBe('no-tie')
    expect(because).toMatch(/No document ties Otherworks .*lead acid batteries/)
    expect(evidence).toMatchObject([{ document: 'other.txt', quote: 'Otherworks breaks lead-acid batteries.' }])
  })

  it('tells a match from one without a tie, however many stronger candidates there are', async () => {
    await using test = await openTestStore()
    const claims = Array.from({ length: 75 }, (_, at): [string, Claim[]] => {
      const firm = `Enterprise:Ashworks ${at}`
      const treats: Claim = { subject: firm, predicate: 'TREATS', object: 'waste-stream/zinc-ash' }
      return [`${at}.txt`, [{ ...treats, confidence: 0.95 - at / 200 }]]
    })
    const offered: Claim[] = [
      { subject: 'Enterprise:Offerworks', predicate: 'OFFERS', object: 'technology/waelz-kiln' },
      { subject: 'technology/waelz-kiln', predicate: 'TREATS', object: 'waste-stream/zinc-ash', confidence: 0.3 },
    ]
    await applyClaims(test.store, { ...documents, ...Object.fromEntries(claims), 'offered.txt': offered })
    const ask = (candidate: string) => explainWhyNot({ store: test.store, thesaurus }, { text: 'zinc ash', candidate })
    expect((await ask('Ashworks 0')).because).toMatch(/number 1 of 60/)
    for (const name of ['Ashworks 74', 'Offerworks']) {
      const { outcome, because, match } = await ask(name)
      expect(outcome).toBe('match')
      expect(because).toMatch(/does match.*not among the candidates.*at most 60/)
      expect(match?.enterprise?.name).toBe(name)
    }
    expect((await ask('Otherworks')).outcome).toBe('no-tie')
  })

  it('tells where nothing is said of what it treats', async () => {
    expect((await explain('Quietworks')).because).toContain('None says what it treats at all')
  })

  it('says that the need itself rules it out', async () => {
    const { outcome } = await explain('Goodworks', 'EAF dust in Viet Nam, not Goodworks')
    expect(outcome).toBe('excluded')
  })

  it.each(['Nobody Ltd', '', '\u0000'])('says that no document names “%s”', async (candidate) => {
    expect(await explain(candidate)).toMatchObject({ outcome: 'unknown', candidate: null })
  })

  it('says that a need without waste can be matched by nobody', async () => {
    expect(await explain('Goodworks', 'please help')).toMatchObject({ outcome: 'not-understood' })
  })
})
