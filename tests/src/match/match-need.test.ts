import { describe, expect, it } from 'vitest'
import type { GraphStore } from '../../../graph/store/graph-store.ts'
import { loadThesaurus } from '../../../graph/thesaurus/load-thesaurus.ts'
import type { Match, MatchAnswer, MatchRequest } from '../../../src/match/match.ts'
import { matchNeed } from '../../../src/match/match-need.ts'
import { applyClaims, type Claim, tonnes } from '../../support/build-claims-plan.ts'
import { openTestStore } from '../../support/open-test-store.ts'

const thesaurus = loadThesaurus()
const EAF_DUST = 'waste-stream/eaf-dust'

type Documents = Record<string, Claim[]>

async function match(documents: Documents, request: MatchRequest | string): Promise<MatchAnswer> {
  await using test = await openTestStore()
  await applyClaims(test.store, documents)
  return await matchNeed({ store: test.store, thesaurus }, typeof request === 'string' ? { text: request } : request)
}

const chainOf = ({ technology, project, enterprise, country }: Match) =>
  [technology, project, enterprise, country].map((part) => part?.name ?? null)
const criterion = (match: Match | undefined, name: string) => match?.criteria.find((entry) => entry.name === name)

/** A recycler with a plant that shows its process, as a company profile tells it. */
const zincworks: Claim[] = [
  {
    subject: 'Technology:Ring kiln process',
    predicate: 'TREATS',
    object: EAF_DUST,
    quote: 'The ring kiln process takes EAF dust.',
  },
  { subject: 'Technology:Ring kiln process', predicate: 'RECOVERS', object: 'metal/zinc' },
  { subject: 'Enterprise:Zincworks', predicate: 'OFFERS', object: 'Technology:Ring kiln process' },
  { subject: 'Enterprise:Zincworks', predicate: 'OPERATES', object: 'Facility:Rayong plant' },
  { subject: 'Facility:Rayong plant', predicate: 'DEMONSTRATES', object: 'Technology:Ring kiln process' },
  { subject: 'Facility:Rayong plant', predicate: 'TREATS', object: EAF_DUST },
  { subject: 'Facility:Rayong plant', predicate: 'LOCATED_IN', object: 'country/TH' },
  { subject: 'Facility:Rayong plant', predicate: 'capacity', value: tonnes(60_000) },
]

describe('matchNeed', () => {
  it('leads from the waste through technology and plant to enterprise and country', async () => {
    const { matches } = await match({ 'zincworks.txt': zincworks }, '20,000 t of EAF dust a year in Viet Nam')
    expect(matches.map(chainOf)).toEqual([['Ring kiln process', 'Rayong plant', 'Zincworks', 'Thailand']])
  })

  it('gives each criterion its reason and the words of the document', async () => {
    const { matches } = await match({ 'zincworks.txt': zincworks }, '20,000 t of EAF dust a year in Viet Nam')
    expect(criterion(matches[0], 'waste')).toMatchObject({ score: 1 })
    expect(criterion(matches[0], 'waste')?.evidence).toContainEqual(
      expect.objectContaining({ document: 'zincworks.txt', quote: 'The ring kiln process takes EAF dust.' }),
    )
    expect(criterion(matches[0], 'capacity')?.because).toContain('60,000 t a year, 3 times the 20,000 t needed')
    expect(criterion(matches[0], 'proof')?.because).toContain('Demonstrated')
    expect(criterion(matches[0], 'place')?.because).toContain('South-eastern Asia')
    expect(criterion(matches[0], 'legality')?.because).toContain('A4100')
    expect(criterion(matches[0], 'metal')).toMatchObject({ score: null, because: 'The need names no metal.' })
  })

  it('shows no match without words for the waste', async () => {
    const { matches } = await match({ 'zincworks.txt': zincworks }, 'EAF dust in Viet Nam')
    for (const found of matches) expect(criterion(found, 'waste')?.evidence).not.toEqual([])
  })

  it('keeps an enterprise that treats the waste by no stated technology, and asks which', async () => {
    const claims: Claim[] = [{ subject: 'Enterprise:Dusty', predicate: 'TREATS', object: EAF_DUST }]
    const { matches } = await match({ 'a.txt': claims }, 'EAF dust in Viet Nam')
    expect(matches.map(chainOf)).toEqual([[null, null, 'Dusty', null]])
    expect(matches[0]?.missing).toContain('Which technology does Dusty use for this?')
  })

  it('asks whether a plant the enterprise runs is the one', async () => {
    const claims: Claim[] = [
      { subject: 'Enterprise:Dusty', predicate: 'TREATS', object: EAF_DUST },
      { subject: 'Enterprise:Dusty', predicate: 'OPERATES', object: 'Facility:East works' },
    ]
    const { matches } = await match({ 'a.txt': claims }, 'EAF dust')
    expect(matches[0]?.missing).toContain('Is it done at East works, which Dusty runs?')
  })

  it('asks about the technology of which the same document speaks', async () => {
    const claims: Claim[] = [
      { subject: 'Enterprise:Dusty', predicate: 'TREATS', object: EAF_DUST },
      { subject: 'technology/waelz-process', predicate: 'TREATS', object: EAF_DUST },
    ]
    const { matches } = await match({ 'a.txt': claims }, 'EAF dust')
    expect(matches.find(({ enterprise }) => enterprise)?.missing[0]).toContain(
      'waelz process, of which the same document',
    )
  })

  it('does not tie an enterprise’s other technologies to the waste', async () => {
    const claims: Claim[] = [
      { subject: 'Enterprise:Salty', predicate: 'TREATS', object: 'waste-stream/salt-slag' },
      { subject: 'Enterprise:Salty', predicate: 'OFFERS', object: 'Technology:Ring kiln process' },
      { subject: 'Technology:Ring kiln process', predicate: 'TREATS', object: EAF_DUST },
    ]
    const { matches } = await match({ 'a.txt': claims }, 'salt slag')
    expect(matches.map(chainOf)).toEqual([[null, null, 'Salty', null]])
  })

  it('does not carry a trade-wide process from one firm’s waste to another firm', async () => {
    const documents = {
      'a.txt': [
        { subject: 'technology/smelting', predicate: 'TREATS', object: 'waste-stream/e-waste' },
        { subject: 'Enterprise:Boards', predicate: 'OFFERS', object: 'technology/smelting' },
      ],
      'b.txt': [{ subject: 'Enterprise:Concentrate', predicate: 'OFFERS', object: 'technology/smelting' }],
    } satisfies Documents
    const { matches } = await match(documents, 'e-waste')
    expect(matches.map(({ enterprise }) => enterprise?.name)).toEqual(['Boards'])
  })

  it('does not carry a trade-wide process to a plant that runs it on another waste', async () => {
    const documents = {
      'a.txt': [
        { subject: 'Enterprise:Boards', predicate: 'TREATS', object: 'waste-stream/e-waste' },
        { subject: 'Enterprise:Boards', predicate: 'OFFERS', object: 'technology/smelting' },
        { subject: 'technology/smelting', predicate: 'TREATS', object: 'waste-stream/e-waste' },
      ],
      'b.txt': [
        { subject: 'Facility:South works', predicate: 'DEMONSTRATES', object: 'technology/smelting' },
        { subject: 'Facility:South works', predicate: 'TREATS', object: 'waste-stream/copper-scrap' },
      ],
    } satisfies Documents
    const { matches } = await match(documents, 'e-waste')
    expect(matches.map(chainOf)).toEqual([['smelting', null, 'Boards', null]])
  })

  it('does not call a waste’s being recycled a technology', async () => {
    const claims: Claim[] = [
      { subject: 'Enterprise:Dusty', predicate: 'TREATS', object: EAF_DUST },
      { subject: 'Enterprise:Dusty', predicate: 'OFFERS', object: 'technology/recycling' },
      { subject: 'technology/recycling', predicate: 'TREATS', object: EAF_DUST },
    ]
    const { matches } = await match({ 'a.txt': claims }, 'EAF dust')
    expect(matches.map(chainOf)).toEqual([[null, null, 'Dusty', null]])
  })

  it('supposes the only technology an operator offers for the waste, and asks whether it is so', async () => {
    const claims = zincworks.filter(({ predicate }) => predicate !== 'DEMONSTRATES')
    const { matches } = await match({ 'a.txt': claims }, 'EAF dust in Viet Nam')
    expect(chainOf(matches[0] as Match)).toEqual(['Ring kiln process', 'Rayong plant', 'Zincworks', 'Thailand'])
    expect(matches[0]?.missing).toContain('Does Rayong plant use Ring kiln process?')
  })

  it('takes a plant named for the waste as one that treats it, for a little less', async () => {
    const claims: Claim[] = [
      { subject: 'Enterprise:Zincworks', predicate: 'OPERATES', object: 'Facility:EAF dust plant in Rayong' },
      { subject: 'Enterprise:Zincworks', predicate: 'TREATS', object: EAF_DUST },
    ]
    const { matches } = await match({ 'a.txt': claims }, 'EAF dust')
    const named = matches.find(({ project }) => project)
    expect(criterion(named, 'waste')).toMatchObject({ score: 0.95 })
    expect(criterion(named, 'waste')?.because).toContain('is named for')
  })

  it('ranks the very waste before a kind of it and that before what it is a kind of', async () => {
    const treats = (name: string, waste: string): Claim => ({
      subject: `Enterprise:${name}`,
      predicate: 'TREATS',
      object: waste,
    })
    const { matches } = await match(
      {
        'a.txt': [
          treats('Kind', EAF_DUST),
          treats('Same', 'waste-stream/steel-dust'),
          treats('Wide', 'waste-stream/metallurgical-dust'),
        ],
      },
      'steel dust',
    )
    expect(matches.map(({ enterprise }) => enterprise?.name)).toEqual(['Same', 'Kind', 'Wide'])
  })

  it('counts a plan as no fact, but shows it as a near miss with its words', async () => {
    const claims: Claim[] = [
      {
        subject: 'Enterprise:Later',
        predicate: 'TREATS',
        object: EAF_DUST,
        modality: 'planned',
        quote: 'Later plans to treat EAF dust.',
      },
    ]
    const { matches, nearMisses } = await match({ 'a.txt': claims }, 'EAF dust in Laos')
    expect(matches).toEqual([])
    expect(nearMisses).toMatchObject([{ enterprise: { name: 'Later' }, failed: 'proof' }])
    expect(nearMisses[0]?.wouldNeed).toContain('Later plans to treat EAF dust.')
  })

  it('does not count a plant that is only planned, whatever it is said to treat', async () => {
    const claims: Claim[] = [
      { subject: 'Enterprise:Later', predicate: 'OPERATES', object: 'Facility:North works', modality: 'planned' },
      { subject: 'Facility:North works', predicate: 'TREATS', object: EAF_DUST },
    ]
    const { matches, nearMisses } = await match({ 'a.txt': claims }, 'EAF dust')
    expect(matches).toEqual([])
    expect(nearMisses.map(chainOf)).toEqual([[null, 'North works', 'Later', null]])
  })

  it('leaves out what a document denies', async () => {
    const claims: Claim[] = [
      { subject: 'Enterprise:Never', predicate: 'TREATS', object: EAF_DUST, modality: 'negated' },
    ]
    const answer = await match({ 'a.txt': claims }, 'EAF dust')
    expect([...answer.matches, ...answer.nearMisses]).toEqual([])
  })

  it('turns a far too small capacity into a near miss and says what it would need', async () => {
    const claims = zincworks.map((claim) => (claim.value ? { ...claim, value: tonnes(1_000) } : claim))
    const { nearMisses } = await match({ 'a.txt': claims }, '200,000 t of EAF dust a year')
    expect(nearMisses[0]).toMatchObject({ failed: 'capacity' })
    expect(nearMisses[0]?.wouldNeed).toContain('at least 20,000 t')
  })

  it('uses the smaller capacity where documents disagree, and names the other', async () => {
    await using test = await openTestStore()
    await applyClaims(test.store, {
      'a.txt': zincworks,
      'b.txt': [{ subject: 'Facility:Rayong plant', predicate: 'capacity', value: tonnes(40_000) }],
    })
    await merge(test.store, 'Rayong plant')
    const { matches } = await matchNeed({ store: test.store, thesaurus }, { text: '20,000 t of EAF dust a year' })
    const capacity = criterion(matches[0], 'capacity')
    expect(capacity?.because).toContain('40,000 t a year')
    expect(capacity?.because).toContain('60,000 t); the smallest counts')
    expect(capacity?.evidence.map(({ document }) => document)).toEqual(['b.txt', 'a.txt'])
  })

  it('tells a neighbouring waste as a near miss', async () => {
    const claims: Claim[] = [
      { subject: 'Enterprise:Stain', predicate: 'TREATS', object: 'waste-stream/stainless-steel-dust' },
    ]
    const { matches, nearMisses } = await match({ 'a.txt': claims }, 'EAF dust')
    expect(matches).toEqual([])
    expect(nearMisses[0]).toMatchObject({ failed: 'waste', enterprise: { name: 'Stain' } })
  })

  it('passes over a capacity that is stated for another waste', async () => {
    const claims: Claim[] = [
      { subject: 'Enterprise:Many', predicate: 'TREATS', object: EAF_DUST },
      {
        subject: 'Enterprise:Many',
        predicate: 'capacity',
        value: tonnes(120_000, { text: '120,000 tonnes' }),
        quote: 'Many can take 120,000 tonnes of electronic scrap a year.',
      },
    ]
    const { matches } = await match({ 'a.txt': claims }, '20,000 t of EAF dust a year')
    expect(criterion(matches[0], 'capacity')).toMatchObject({ score: null })
  })

  it('does not cite a rule on another waste', async () => {
    const rule = 'Thailand prohibits the import of electronic waste.'
    const claims: Claim[] = [
      ...zincworks,
      { subject: 'country/TH', predicate: 'rule', value: { kind: 'text', text: rule }, quote: rule },
    ]
    const { matches } = await match({ 'a.txt': claims }, 'EAF dust in Viet Nam')
    expect(criterion(matches[0], 'legality')?.evidence).toEqual([])
  })

  it('makes a near miss of a shipment a rule forbids, cites the rule, and says what would do instead', async () => {
    const rule = 'Thailand prohibits the import of EAF dust.'
    const claims: Claim[] = [
      ...zincworks,
      { subject: 'country/TH', predicate: 'rule', value: { kind: 'text', text: rule }, quote: rule },
    ]
    const { matches, nearMisses } = await match({ 'a.txt': claims }, 'EAF dust in Viet Nam')
    expect(matches.map(({ country }) => country?.name)).not.toContain('Thailand')
    expect(nearMisses[0]).toMatchObject({
      failed: 'legality',
      wouldNeed: expect.stringContaining('brought to Viet Nam'),
    })
    const legality = criterion(nearMisses[0], 'legality')
    expect(legality?.because).toContain(`Likely prohibited by Thailand: “${rule}”`)
    expect(legality?.evidence).toMatchObject([{ quote: rule }])
  })

  it('names the ban amendment for a shipment out of a country of Annex VII', async () => {
    const { matches, nearMisses } = await match({ 'a.txt': zincworks }, 'EAF dust in Germany')
    expect(matches.map(({ country }) => country?.name)).not.toContain('Thailand')
    expect(nearMisses[0]).toMatchObject({ failed: 'legality' })
    expect(criterion(nearMisses[0], 'legality')?.because).toContain('Article 4A')
  })

  it('sees no shipment within one country', async () => {
    const { matches } = await match({ 'a.txt': zincworks }, { text: 'EAF dust', country: 'TH' })
    expect(criterion(matches[0], 'legality')).toMatchObject({ score: 1 })
    expect(criterion(matches[0], 'place')).toMatchObject({ score: 1 })
  })

  it('answers a need for a metal alone', async () => {
    const { matches } = await match({ 'a.txt': zincworks }, 'zinc recovery')
    expect(matches[0]?.technology?.name).toBe('Ring kiln process')
    expect(criterion(matches[0], 'metal')?.evidence).not.toEqual([])
  })

  it('answers a need for a technology alone', async () => {
    const { matches } = await match({ 'a.txt': zincworks }, 'ring kiln process in Viet Nam')
    expect(matches[0]?.enterprise?.name).toBe('Zincworks')
  })

  it('shows one match for each set of parts, without weaker copies of them', async () => {
    const { matches } = await match({ 'a.txt': zincworks, 'b.txt': zincworks }, 'EAF dust')
    const chains = matches.map(({ technology, project, enterprise }) =>
      [technology?.id, project?.id, enterprise?.id].join(),
    )
    expect(new Set(chains).size).toBe(chains.length)
    expect(matches.every(({ project }) => project)).toBe(true)
  })

  it('answers the same whatever order the documents came in', async () => {
    const other: Claim[] = [{ subject: 'Enterprise:Dusty', predicate: 'TREATS', object: EAF_DUST }]
    const [forth, back] = await Promise.all([
      match({ 'a.txt': zincworks, 'b.txt': other }, 'EAF dust in Viet Nam'),
      match({ 'b.txt': other, 'a.txt': zincworks }, 'EAF dust in Viet Nam'),
    ])
    expect(forth).toEqual(back)
  })

  it('keeps to the limit', async () => {
    const claims = Array.from(
      { length: 5 },
      (_, at): Claim => ({ subject: `Enterprise:E${at}`, predicate: 'TREATS', object: EAF_DUST }),
    )
    expect((await match({ 'a.txt': claims }, { text: 'EAF dust', limit: 2 })).matches).toHaveLength(2)
  })

  it('gives nothing but a hint for a need it cannot understand', async () => {
    const answer = await match({ 'a.txt': zincworks }, '?!')
    expect(answer).toMatchObject({ matches: [], nearMisses: [] })
    expect(answer.notes?.join(' ')).toContain('No waste, metal or technology was recognised')
  })

  it('says where no document speaks of the waste', async () => {
    const { notes } = await match({ 'a.txt': zincworks }, 'red mud in Jamaica')
    expect(notes?.join(' ')).toContain('No document in the graph speaks of this yet')
  })
})

/** Judges all entities of this name one. */
async function merge(store: GraphStore, name: string): Promise<void> {
  const { items } = await store.listEntities({ name }, { limit: 10 })
  const [first, ...others] = items
  for (const other of others) {
    await store.judge([
      {
        left: first?.id ?? '',
        right: other.id,
        verdict: 'same',
        score: 1,
        reasons: ['same name'],
        by: 'curator:test',
        at: '2026-01-01T00:00:00.000Z',
      },
    ])
  }
}

describe('matchNeed, of what a need excludes', () => {
  const waelz: Claim[] = [
    { subject: 'technology/waelz-process', predicate: 'TREATS', object: EAF_DUST },
    { subject: 'Enterprise:Kilnworks', predicate: 'OPERATES', object: 'Facility:Kiln plant' },
    { subject: 'Enterprise:Kilnworks', predicate: 'OFFERS', object: 'technology/waelz-process' },
    { subject: 'Facility:Kiln plant', predicate: 'DEMONSTRATES', object: 'technology/waelz-process' },
    { subject: 'Facility:Kiln plant', predicate: 'TREATS', object: EAF_DUST },
    { subject: 'Enterprise:Kilnworks', predicate: 'TREATS', object: EAF_DUST },
  ]
  const documents = { 'zincworks.txt': zincworks, 'kiln.txt': waelz }

  it.each(['EAF dust in Viet Nam, but no Waelz process', 'EAF dust in Viet Nam excluding the Waelz process'])(
    'tells what rests on an excluded technology as a near miss at most: “%s”',
    async (need) => {
      const { matches, nearMisses } = await match(documents, need)
      expect(matches.map(chainOf)).toEqual([['Ring kiln process', 'Rayong plant', 'Zincworks', 'Thailand']])
      const told = nearMisses.find(({ project }) => project?.name === 'Kiln plant')
      expect(told).toMatchObject({ failed: 'technology' })
      expect(criterion(told, 'technology')?.because).toContain('which the need excludes')
    },
  )

  it('asks about no excluded technology', async () => {
    const claims: Claim[] = [
      { subject: 'technology/waelz-process', predicate: 'TREATS', object: EAF_DUST },
      { subject: 'Enterprise:Quiet', predicate: 'TREATS', object: EAF_DUST },
    ]
    const questions = async (need: string) =>
      (await match({ 'a.txt': claims }, need)).matches
        .filter(({ enterprise }) => enterprise?.name === 'Quiet')
        .flatMap(({ missing }) => missing)
        .join(' ')
    expect(await questions('EAF dust')).toContain('use for this: waelz process')
    const asked = await questions('EAF dust but no Waelz process')
    expect(asked).toContain('Which technology does Quiet use for this, other than what the need excludes?')
    expect(asked).not.toMatch(/waelz/i)
  })

  it('offers nothing of an excluded firm', async () => {
    const { matches, nearMisses } = await match(documents, 'EAF dust in Viet Nam, not Zincworks')
    expect(matches.length).toBeGreaterThan(0)
    expect([...matches, ...nearMisses].map(({ enterprise }) => enterprise?.name)).not.toContain('Zincworks')
  })
})

describe('matchNeed, of a firm in several countries', () => {
  const firm = (capacity: string): Claim[] => [
    { subject: 'Enterprise:Widezinc', predicate: 'TREATS', object: EAF_DUST },
    { subject: 'Enterprise:Widezinc', predicate: 'LOCATED_IN', object: 'country/DE' },
    { subject: 'Enterprise:Widezinc', predicate: 'LOCATED_IN', object: 'country/VN' },
    { subject: 'Enterprise:Widezinc', predicate: 'capacity', value: tonnes(90_000), quote: capacity },
  ]
  const judge = async (capacity: string) =>
    (await match({ 'a.txt': firm(capacity) }, '20,000 t of EAF dust a year in Viet Nam')).matches[0]

  it('places it where its capacity is said to be, and asks about the nearer country', async () => {
    const found = await judge('Its German plant in Germany takes 90,000 t a year.')
    expect(found?.country?.name).toBe('Germany')
    expect(criterion(found, 'capacity')?.score).toBe(1)
    expect(found?.missing.join(' ')).toContain('Viet Nam too?')
  })

  it('keeps the nearer country where the capacity is there', async () => {
    const found = await judge('Its plant in Viet Nam takes 90,000 t a year.')
    expect(found?.country?.name).toBe('Viet Nam')
    expect(criterion(found, 'capacity')?.score).toBe(1)
  })

  it('lends a plant no figure that is said of another country', async () => {
    const claims: Claim[] = [
      ...firm('Its plant in Germany takes 90,000 t a year.'),
      { subject: 'Enterprise:Widezinc', predicate: 'OPERATES', object: 'Facility:Delta works' },
      { subject: 'Facility:Delta works', predicate: 'TREATS', object: EAF_DUST },
      { subject: 'Facility:Delta works', predicate: 'LOCATED_IN', object: 'country/VN' },
    ]
    const { matches } = await match({ 'a.txt': claims }, '20,000 t of EAF dust a year in Viet Nam')
    const plant = matches.find(({ project }) => project?.name === 'Delta works')
    expect(plant?.country?.name).toBe('Viet Nam')
    expect(criterion(plant, 'capacity')?.score).toBeNull()
  })
})

describe('matchNeed, of kinds of one waste', () => {
  const treats = (quote: string): Claim[] => [
    { subject: 'Enterprise:Cellworks', predicate: 'TREATS', object: 'waste-stream/waste-batteries', quote },
  ]

  it('takes words on the broader waste for the kind that is needed', async () => {
    const { matches } = await match({ 'a.txt': treats('Cellworks takes waste batteries.') }, 'lead-acid batteries')
    expect(matches.map(({ enterprise }) => enterprise?.name)).toEqual(['Cellworks'])
  })

  it('does not where the words name another kind', async () => {
    const words = 'Cellworks takes waste batteries, that is spent lithium-ion batteries.'
    const { matches, nearMisses } = await match({ 'a.txt': treats(words) }, 'lead-acid batteries')
    expect([...matches, ...nearMisses]).toEqual([])
  })
})
