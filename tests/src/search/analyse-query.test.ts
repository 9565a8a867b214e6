import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseQuery } from '../../../src/search/analyse-query.ts'
import { buildConcept, buildThesaurus } from '../../support/build-thesaurus.ts'

const thesaurus = buildThesaurus()
const conceptsOf = (query: string) => analyseQuery(query, thesaurus).concepts.map(({ id, matched }) => [id, matched])

describe('analyseQuery', () => {
  it.each([
    ['steel dust', 'waste-stream/steel-dust', 'steel dust'],
    ['Steel Mill Dusts in Asia', 'waste-stream/steel-dust', 'Steel Mill Dusts'],
    ['钢铁粉尘处理企业', 'waste-stream/steel-dust', '钢铁粉尘'],
    ['bui thep', 'waste-stream/steel-dust', 'bui thep'],
    ['โรงงานฝุ่นเหล็ก', 'waste-stream/steel-dust', 'ฝุ่นเหล็ก'],
    ['aluminum dross', 'waste-stream/aluminium-dross', 'aluminum dross'],
    ['EAFD plants', 'waste-stream/eaf-dust', 'EAFD'],
    ['lead-acid batteries', 'waste-stream/lead-battery', 'lead-acid batteries'],
  ])('finds the concept that %j names, the longest label, in any language and spelling', (query, id, matched) => {
    expect(conceptsOf(query)).toEqual([[id, matched]])
  })

  it.each([
    ['10 02 07*', 'waste-stream/steel-dust'],
    ['100207', 'waste-stream/steel-dust'],
    ['code k061', 'waste-stream/eaf-dust'],
    ['A1160', 'waste-stream/lead-battery'],
    ['basel a1160', 'waste-stream/lead-battery'],
  ])('finds the concept with the code %j, however it is written', (query, id) => {
    const { concepts, words } = analyseQuery(query, thesaurus)
    expect(concepts).toMatchObject([{ id, via: 'code' }])
    expect(words).toBe('')
  })

  it.each([
    ['steel dsut', 'waste-stream/steel-dust'],
    ['alumnium dros', 'waste-stream/aluminium-dross'],
    ['lead acid batery', 'waste-stream/lead-battery'],
    ['dust of steel mills', 'waste-stream/steel-dust'],
    ['electric furnace arc dust', 'waste-stream/eaf-dust'],
  ])('reads %j, with its slips and its order of words, as what it nearly says', (query, id) => {
    expect(conceptsOf(query).map(([concept]) => concept)).toEqual([id])
  })

  it.each(['zero waste', 'annual capacity', 'aluminum in Thailand', 'golf', 'steal', 'zine'])(
    'does not take %j for a label that it merely resembles',
    (query) => {
      expect(conceptsOf(query).filter(([id]) => id !== 'metal/aluminium')).toEqual([])
    },
  )

  it('takes small words for labels only where they are written as such', () => {
    expect(conceptsOf('Turkey or Korea')).toEqual([])
    expect(conceptsOf('Zn')).toEqual([['metal/zinc', 'Zn']])
  })

  it('names what a process treats along with the process', () => {
    expect(conceptsOf('lead battery recycling companies')).toEqual([
      ['technology/lead-battery-recycling', 'lead battery recycling'],
      ['waste-stream/lead-battery', 'lead battery'],
    ])
  })

  it.each([
    ['dross in thailand', 'TH', 'thailand'],
    ['泰国铝渣', 'TH', '泰国'],
    ['Turkish smelters', 'TR', 'Turkish'],
    ['chinese zinc', 'CN', 'chinese'],
    ['zinc in the US', 'US', 'US'],
    ['zinc in viet nam', 'VN', 'viet nam'],
    ['zinc en República Dominicana', 'DO', 'República Dominicana'],
  ])('finds the country in %j', (query, code, matched) => {
    expect(analyseQuery(query, thesaurus).countries).toMatchObject([{ code, matched }])
  })

  it.each(['tell us how to polish brass', 'Co and Ni', 'it is in no list'])('finds no country in %j', (query) => {
    expect(analyseQuery(query, thesaurus).countries).toEqual([])
  })

  it.each([
    ['companies for zinc', 'Enterprise'],
    ['锌企业', 'Enterprise'],
    ['experts on dross', 'Person'],
    ['proyectos de zinc', 'Project'],
    ['nhà máy', 'Facility'],
    ['โรงงาน', 'Facility'],
    ['technologies', 'Technology'],
  ])('sees in %j which type is asked for', (query, type) => {
    expect(analyseQuery(query, thesaurus).types).toMatchObject([{ type }])
  })

  it.each([
    ['who recycles lead batteries near Jakarta', ['Enterprise']],
    ['who spoke on dross', ['Person']],
    ['quién recicla baterías', ['Enterprise', 'Person']],
    ['who', []],
  ])('sees in %j whether a firm or a person is meant by who', (query, types) => {
    expect(analyseQuery(query, thesaurus).types.map(({ type }) => type)).toEqual(types)
  })

  it('takes a role for a person and keeps it as words that say which', () => {
    expect(analyseQuery('Zincworks chief executive', thesaurus)).toMatchObject({
      types: [{ type: 'Person', matched: 'chief executive', role: true }],
      words: 'Zincworks',
    })
  })

  it('takes no slip for the adjective of a country, and one for its name', () => {
    expect(analyseQuery('furnaces in Indiana', thesaurus).countries).toEqual([])
    expect(analyseQuery('Indian furnaces', thesaurus).countries).toMatchObject([{ code: 'IN' }])
    expect(analyseQuery('Sweeden', thesaurus).countries).toMatchObject([{ code: 'SE' }])
  })

  it('leaves the type beside a concept that has its word in a label too', () => {
    const dusty = buildThesaurus([
      buildConcept({
        id: 'waste-stream/mill-dust',
        type: 'WasteStream',
        prefLabel: { en: 'mill dust' },
        altLabel: { en: ['dust from mill plants'] },
      }),
    ])
    expect(analyseQuery('mill dust plants', dusty)).toMatchObject({
      concepts: [{ id: 'waste-stream/mill-dust', matched: 'mill dust' }],
      types: [{ type: 'Facility', matched: 'plants' }],
    })
  })

  it('finds what a process is done to where its name goes on after it', () => {
    const indonesian = buildThesaurus([
      buildConcept({
        id: 'technology/recycling',
        type: 'Technology',
        prefLabel: { en: 'battery recycling', id: 'daur ulang baterai' },
      }),
      buildConcept({
        id: 'waste-stream/lithium-battery',
        type: 'WasteStream',
        prefLabel: { en: 'lithium battery', id: 'baterai lithium' },
      }),
    ])
    expect(analyseQuery('daur ulang baterai lithium', indonesian).concepts.map(({ id }) => id)).toEqual([
      'technology/recycling',
      'waste-stream/lithium-battery',
    ])
  })

  it('reads countries and types with a slip too', () => {
    const { countries, types } = analyseQuery('zinc recycllers in Tailand', thesaurus)
    expect(countries).toMatchObject([{ code: 'TH', matched: 'Tailand' }])
    expect(types).toMatchObject([{ type: 'Enterprise', matched: 'recycllers' }])
  })

  it('leaves the rest as words, without small ones', () => {
    expect(analyseQuery('who recycles lead batteries near Jakarta', thesaurus).words).toBe('recycles Jakarta')
    expect(analyseQuery('EAFD plants above 100 000 t/a', thesaurus).words).toBe('100 000 t/a')
  })

  it('understands any text as something, with words that stand in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => {
        const { concepts, countries, types } = analyseQuery(query, thesaurus)
        for (const { matched } of [...concepts, ...countries, ...types]) expect(query).toContain(matched)
      }),
    )
  })

  it('takes no longer for a hostile text than for a long one', () => {
    for (const query of ['铝'.repeat(50_000), 'zzxq '.repeat(20_000), 'ฝ'.repeat(50_000), '10 '.repeat(30_000)]) {
      expect(analyseQuery(query, thesaurus).types).toEqual([])
    }
  })
})
