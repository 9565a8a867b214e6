import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReadingClient, type ReadingClient } from '../../../support/open-reading-client.ts'
import { composeReports } from '../../../support/reports.ts'

const REPORTS = composeReports(5)

let client: ReadingClient

beforeAll(async () => {
  client = await openReadingClient(REPORTS)
})
afterAll(() => client.library.close())

describe('a search', () => {
  it('finds by concept in any language and by code, and says why', async () => {
    for (const query of ['steel dust', 'EAFD', 'K061', '钢铁粉尘']) {
      const { search } = await client.read(
        'query ($query: String!) { search(query: $query, first: 100) { totalCount analysis { concepts { id matched concept { label } } words } nodes { id type name score why { kind query matched } entity { id } document { id } } } }',
        { query },
      )
      expect(search.analysis.concepts.length, query).toBeGreaterThan(0)
      expect(
        search.nodes.map((each: { name: string }) => each.name),
        query,
      ).toContain('Nordmetall A0 GmbH')
      for (const { id, type, why, entity, document } of search.nodes) {
        expect(type === 'Document' ? document : entity).toEqual({ id })
        expect(why.length).toBeGreaterThan(0)
      }
    }
  })

  it('counts facets with labels, and filters by them', async () => {
    const { search } = await client.read(
      '{ search(query: "Nordmetall", first: 1) { totalCount facets { name values { value label count } } } }',
    )
    const facets = new Map(search.facets.map((facet: { name: string; values: object[] }) => [facet.name, facet.values]))
    expect(facets.get('TYPE')).toContainEqual({ value: 'Enterprise', label: 'Enterprise', count: 5 })
    const filtered = await client.read(
      '{ search(query: "Nordmetall", filters: { type: [Enterprise] }, first: 100) { totalCount nodes { type } } }',
    )
    expect(filtered.search.totalCount).toBe(5)
    expect(filtered.search.nodes.every((hit: { type: string }) => hit.type === 'Enterprise')).toBe(true)
    const typed = await client.read('{ search(query: "Nordmetall", type: Person) { nodes { type } } }')
    expect(typed.search.nodes.every((hit: { type: string }) => hit.type === 'Person')).toBe(true)
  })

  it('without words lists what its filters let through', async () => {
    const { search } = await client.read(
      '{ search(query: "", filters: { type: [Enterprise] }) { totalCount nodes { type } } }',
    )
    expect(search.totalCount).toBe(5)
    expect(search.nodes).toEqual(Array.from({ length: 5 }, () => ({ type: 'Enterprise' })))
  })

  it('refuses what is no query', async () => {
    expect(
      await client.fail('query ($query: String!) { search(query: $query) { totalCount } }', { query: '' }),
    ).toEqual(['query-empty'])
    expect(
      await client.fail('query ($query: String!) { search(query: $query) { totalCount } }', {
        query: 'x'.repeat(5_000),
      }),
    ).toEqual(['query-too-long'])
  })

  it.each(['"', '*', 'NEAR(', 'a AND', '- -', 'name:x', '\u0000', '💥', ') OR (', "'; --", '「」', '\ud800'])(
    'survives %j',
    async (query) => {
      const { status } = await client.ask(
        'query ($query: String!) { search(query: $query) { totalCount } suggest(prefix: $query) { name } }',
        { query },
      )
      expect(status).toBe(200)
    },
  )

  it('shows how a query is understood, part by part, and each taken out', async () => {
    const { analyseQuery } = await client.read(
      '{ analyseQuery(query: "EAFD plants in Turkey") { kind values label matched without } }',
    )
    expect(analyseQuery).toMatchObject([
      { kind: 'CONCEPT', values: ['waste-stream/eaf-dust'], matched: 'EAFD', without: 'plants in Turkey' },
      { kind: 'TYPE', values: ['Facility'], matched: 'plants' },
      { kind: 'PLACE', values: ['TR'], matched: 'Turkey', without: 'EAFD plants in' },
    ])
    const long = { query: 'x'.repeat(5_000) }
    expect(await client.fail('query ($query: String!) { analyseQuery(query: $query) { kind } }', long)).toEqual([
      'query-too-long',
    ])
  })

  it('suggests names as they are typed', async () => {
    const { suggest } = await client.read('{ suggest(prefix: "Nordmetall B", first: 3) { id type name } }')
    expect(suggest[0]).toMatchObject({ type: 'Enterprise', name: 'Nordmetall B1 GmbH' })
    expect(await client.fail('{ suggest(prefix: "a", first: 101) { id } }')).toEqual(['out-of-range'])
  })
})

describe('a match', () => {
  it('answers a need with reasons that quote documents', async () => {
    const { match } = await client.read(
      `{ match(text: "We have 5,000 t of steel dust a year in Germany") {
        need { wasteStreams { id matched via concept { label } } quantity { value unit } country { code } }
        matches { score enterprise { id name entity { id } } technology { name } country { name } missing
          criteria { name score because evidence { quote source page document { source } statement { id } } } }
      } }`,
    )
    expect(match.need).toMatchObject({
      wasteStreams: [{ id: 'waste-stream/steel-dust', via: 'LABEL' }],
      quantity: { value: 5_000, unit: 't' },
      country: { code: 'DE' },
    })
    expect(match.matches.length).toBeGreaterThan(0)
    const [best] = match.matches
    expect(best.enterprise.entity).toEqual({ id: best.enterprise.id })
    const quotes = best.criteria.flatMap((criterion: { evidence: object[] }) => criterion.evidence)
    expect(quotes.length).toBeGreaterThan(0)
    for (const { quote, source, document, statement } of quotes) {
      expect(REPORTS[source]).toContain(quote)
      expect(document).toEqual({ source })
      expect(statement).not.toBeNull()
    }
  })

  it('refuses a country there is not and a text that is a book', async () => {
    expect(await client.fail('{ match(text: "steel dust", country: "XX") { notes } }')).toEqual(['unknown-country'])
    expect(
      await client.fail('query ($text: String!) { match(text: $text) { notes } }', { text: 'x'.repeat(20_000) }),
    ).toEqual(['too-long'])
    expect(await client.fail('{ match(text: "steel dust", first: 1000000) { notes } }')).toEqual(['out-of-range'])
  })
})

describe('the vocabulary', () => {
  it('is found by label and by code', async () => {
    const { byLabel, byCode } = await client.read(
      '{ byLabel: concepts(label: "steel dust") { id label(language: "zh") } byCode: concepts(code: "K061") { id broader { id } narrower { id } related { id } labels { text language kind } } }',
    )
    expect(byLabel[0].id).toBe('waste-stream/steel-dust')
    expect(byLabel[0].label).toMatch(/\p{Script=Han}/u)
    expect(byCode.map((each: { id: string }) => each.id)).toContain('waste-stream/eaf-dust')
    expect(await client.fail('{ concepts { id } }')).toEqual(['one-expected'])
  })

  it('lists types, relations and properties with labels', async () => {
    const { ontology } = await client.read(
      '{ ontology { types { name label plural description located } relations { name label inverse from to symmetric qualifiers } properties { name label description value of } } }',
    )
    expect(ontology.types).toContainEqual(
      expect.objectContaining({ name: 'WasteStream', plural: 'Waste streams', located: false }),
    )
    expect(ontology.relations).toContainEqual(
      expect.objectContaining({ name: 'PARTNER_OF', symmetric: true, qualifiers: ['role', 'period'] }),
    )
    expect(ontology.properties).toContainEqual(expect.objectContaining({ name: 'capacity', value: 'QUANTITY' }))
  })
})
