import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../graph/package-root.ts'
import { loadThesaurus, thesaurusFolder } from '../../../graph/thesaurus/load-thesaurus.ts'
import { readThesaurus } from '../../../graph/thesaurus/read-thesaurus.ts'
import type { Concept } from '../../../graph/thesaurus/thesaurus.ts'

const thesaurus = loadThesaurus()
const ids = (concepts: readonly Concept[]) => concepts.map(({ id }) => id)

describe('our own concepts', () => {
  it('stand up to every check', () => {
    expect(readThesaurus(thesaurusFolder()).concepts()).toEqual(thesaurus.concepts())
  })

  it('cover the world of metal recycling', () => {
    const count = (type: Concept['type']) => thesaurus.concepts().filter((concept) => concept.type === type).length
    expect(count('Metal')).toBeGreaterThanOrEqual(60)
    expect(count('WasteStream')).toBeGreaterThanOrEqual(110)
    expect(count('Technology')).toBeGreaterThanOrEqual(90)
    expect(count('Product')).toBeGreaterThanOrEqual(25)
    expect(count('Instrument')).toBeGreaterThanOrEqual(25)
  })

  it('all have an English and a Chinese name', () => {
    for (const { id, prefLabel } of thesaurus.concepts()) {
      expect([id, Object.keys(prefLabel)]).toEqual([id, expect.arrayContaining(['en', 'zh'])])
    }
  })

  it.each([
    ['id', 80],
    ['vi', 80],
    ['th', 80],
    ['ja', 80],
    ['ko', 80],
    ['ru', 80],
    ['es', 200],
    ['fr', 200],
    ['ar', 70],
    ['fa', 70],
    ['bn', 50],
    ['km', 35],
    ['lo', 35],
  ])('have names in %s for at least %i concepts', (language, least) => {
    const named = thesaurus.concepts().filter(({ prefLabel }) => prefLabel[language])
    expect(named.length).toBeGreaterThanOrEqual(least)
  })

  it('say where each code comes from and whether it was checked', () => {
    for (const { id, codes } of thesaurus.concepts()) {
      for (const code of codes)
        expect([id, code]).toEqual([id, expect.objectContaining({ source: expect.stringMatching(/\S/) })])
    }
  })

  it('mark the Basel candidates of electric arc furnace dust as inferred', () => {
    const basel = thesaurus.concept('waste-stream/eaf-dust')?.codes.filter(({ scheme }) => scheme.startsWith('basel'))
    expect(basel?.map(({ code }) => code).sort()).toEqual(['A1020', 'A1080', 'A4100', 'Y23', 'Y26', 'Y31'])
    expect(basel?.every(({ inferred }) => inferred)).toBe(true)
  })
})

describe('byLabel', () => {
  it.each([
    ['EAF dust', 'waste-stream/eaf-dust'],
    ['Electric Arc Furnace Dusts', 'waste-stream/eaf-dust'],
    ['bụi lò hồ quang', 'waste-stream/eaf-dust'],
    ['電炉ダスト', 'waste-stream/eaf-dust'],
    ['steel dust', 'waste-stream/steel-dust'],
    ['钢铁粉尘', 'waste-stream/steel-dust'],
    ['aluminum drosses', 'waste-stream/aluminium-dross'],
    ['salt cake', 'waste-stream/salt-slag'],
    ['e-scrap', 'waste-stream/e-waste'],
    ['E waste', 'waste-stream/e-waste'],
    ['circuit board', 'waste-stream/printed-circuit-boards'],
    ['Lithium-Ion Batteries', 'waste-stream/lithium-ion-batteries'],
    ['limbah B3', 'waste-stream/hazardous-waste'],
    ['废铝', 'waste-stream/aluminium-scrap'],
    ['aluminum', 'metal/aluminium'],
    ['copper sulfate', 'metal/copper-sulphate'],
    ['hydro-metallurgy', 'technology/hydrometallurgy'],
    ['Waelz kilns', 'technology/waelz-process'],
    ['paste desulfurization', 'technology/paste-desulphurisation'],
    ['extended producer responsibility', 'instrument/extended-producer-responsibility'],
  ])('finds %s', (label, id) => {
    expect(ids(thesaurus.byLabel(label))).toEqual([id])
  })

  it('finds each concept by each of its labels', () => {
    for (const { label, concept } of thesaurus.labels()) expect(thesaurus.byLabel(label)).toContain(concept)
  })

  it('puts the label written exactly so before one that only folds alike', () => {
    expect(ids(thesaurus.byLabel('chì'))[0]).toBe('metal/lead')
  })

  it.each(['', '  ', 'constructor', 'the'])('finds nothing for %j', (label) => {
    expect(thesaurus.byLabel(label)).toEqual([])
  })
})

describe('byCode', () => {
  it.each(['10 02 07*', '10\u00a002\u00a007*', '100207', 'EWC 10 02 07', 'K061', 'k061', 'Basel A4100', 'Y31'])(
    'finds electric arc furnace dust by %s',
    (code) => expect(ids(thesaurus.byCode(code))).toContain('waste-stream/eaf-dust'),
  )

  it('finds a tariff line under its heading', () => {
    expect(ids(thesaurus.byCode('HS 7404.00'))).toEqual(['waste-stream/copper-scrap'])
    expect(ids(thesaurus.byCode('7404'))).toEqual(['waste-stream/copper-scrap'])
  })

  it('finds each concept by each of its codes', () => {
    for (const concept of thesaurus.concepts()) {
      for (const { scheme, code } of concept.codes) {
        expect(thesaurus.byCode(scheme === 'hs' ? `HS ${code}` : code)).toContain(concept)
      }
    }
  })

  it.each(['', '99 99 99', 'hello', 'K999'])('finds nothing for %j', (code) => {
    expect(thesaurus.byCode(code)).toEqual([])
  })
})

describe('broader and narrower', () => {
  it('walk the tree with distances', () => {
    const dust = thesaurus.broader('waste-stream/eaf-dust')
    expect(dust[0]).toEqual({ id: 'waste-stream/steel-dust', distance: 1 })
    expect(thesaurus.narrower('waste-stream/steel-dust')).toContainEqual({ id: 'waste-stream/eaf-dust', distance: 1 })
    expect(thesaurus.broader('waste-stream/nothing')).toEqual([])
  })

  it('are each other turned round, and never reach the concept itself', () => {
    for (const { id } of thesaurus.concepts()) {
      for (const { id: above, distance } of thesaurus.broader(id)) {
        expect(above).not.toBe(id)
        expect(thesaurus.narrower(above)).toContainEqual({ id, distance })
      }
    }
  })
})

const DATA = join(packageRoot(), '../shared/data')

describe.skipIf(!existsSync(DATA))('codes against the published tables', () => {
  const codes = (scheme: string) =>
    thesaurus
      .concepts()
      .flatMap((concept) => concept.codes.filter((code) => code.scheme === scheme).map(({ code }) => code))

  it('are entries of the EU List of Waste', () => {
    expect(JSON.parse(readFileSync(join(DATA, 'low-codes.json'), 'utf8'))).toEqual(
      expect.arrayContaining(codes('eu-low')),
    )
  })

  it('are headings of the Harmonized System', () => {
    const table = readFileSync(join(DATA, 'hs-metals.csv'), 'utf8')
    const known = new Set([...table.matchAll(/^[IVXL]+,(\d+),/gm)].map(([, code]) => code))
    const chapters = new Set([...known].map((code) => code?.slice(0, 2)))
    for (const code of codes('hs')) {
      const digits = code.replace('.', '')
      if (chapters.has(digits.slice(0, 2))) expect(known).toContain(digits)
    }
  })

  it('are entries of the Basel lists', () => {
    const known = JSON.parse(readFileSync(join(DATA, 'green-list-codes.json'), 'utf8'))
    // The table holds what is used for exports; plastic waste entries of 2021 are not among it.
    expect(known).toEqual(expect.arrayContaining(codes('basel-annex').filter((code) => code !== 'A3210')))
  })
})
