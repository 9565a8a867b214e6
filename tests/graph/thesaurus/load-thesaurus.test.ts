import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../graph/package-root.ts'
import { loadThesaurus } from '../../../graph/thesaurus/load-thesaurus.ts'
import type { Concept, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { buildConcept } from '../../support/build-concept.ts'

const thesaurus = loadThesaurus()
const ids = (concepts: readonly Concept[]) => concepts.map(({ id }) => id)

describe('our own concepts', () => {
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

describe('loadThesaurus', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cupel-thesaurus-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const load = (concepts: unknown[], source: unknown = 'a test'): Thesaurus => {
    const file = join(folder, 'concepts.json')
    writeFileSync(file, JSON.stringify({ source, concepts }))
    return loadThesaurus(file)
  }
  const zinc = buildConcept({ id: 'metal/zinc', type: 'Metal', related: ['waste-stream/ash'] })
  const ash = buildConcept({ id: 'waste-stream/ash' })

  it('reads a file of one’s own', () => {
    const own = load([zinc, ash])
    expect(ids(own.byLabel('Zinc'))).toEqual(['metal/zinc'])
    expect(own.version).not.toBe(thesaurus.version)
    expect(load([zinc, { ...ash, altLabel: { en: ['cinders'] } }]).version).not.toBe(own.version)
    expect(load([zinc, ash]).version).toBe(own.version)
  })

  it.each<[string, Concept[], RegExp]>([
    [
      'an unknown target',
      [buildConcept({ id: 'waste-stream/ash', broader: ['waste-stream/none'] })],
      /no concept; add it or correct/,
    ],
    ['an orphan', [ash], /tied to no other concept/],
    ['a repeated id', [zinc, ash, ash], /stands twice/],
    [
      'a circle',
      [
        buildConcept({ id: 'waste-stream/a', broader: ['waste-stream/b'] }),
        buildConcept({ id: 'waste-stream/b', broader: ['waste-stream/c'] }),
        buildConcept({ id: 'waste-stream/c', broader: ['waste-stream/a'] }),
      ],
      /in a circle; remove one link/,
    ],
    [
      'a label of two concepts',
      [zinc, ash, buildConcept({ id: 'waste-stream/cinders', altLabel: { en: ['Ashes'] }, related: ['metal/zinc'] })],
      /"Ashes" names waste-stream\/ash too/,
    ],
    [
      'a wrong code',
      [zinc, { ...ash, codes: [{ scheme: 'eu-low', code: '10 02 07', source: 'a test', status: 'verified' }] }],
      /not a code of that scheme in its normal form \(10 02 07\*\)/,
    ],
    [
      'an id that does not fit the type',
      [zinc, ash, { ...ash, id: 'metal/ash', related: ['metal/zinc'] }],
      /begins with "waste-stream\/"/,
    ],
    ['a missing English name', [zinc, { ...ash, prefLabel: { zh: '灰' } }], /prefLabel in English/],
  ])('refuses %s and says how to mend it', (_, concepts, message) => {
    expect(() => load(concepts)).toThrow(message)
  })

  it('lets two concepts share a label that is listed as shared', () => {
    const cinders = buildConcept({
      id: 'waste-stream/cinders',
      altLabel: { en: ['ashes'] },
      related: ['metal/zinc'],
      sharedLabels: ['ash'],
    })
    expect(ids(load([zinc, ash, cinders]).byLabel('ash'))).toEqual(['waste-stream/ash', 'waste-stream/cinders'])
  })

  it('lists every problem at once', () => {
    const broken = [
      buildConcept({ id: 'waste-stream/a', broader: ['waste-stream/x'] }),
      buildConcept({ id: 'waste-stream/b' }),
    ]
    expect(() => load(broken)).toThrow(/waste-stream\/x[\s\S]*waste-stream\/b/)
  })

  it('names the concept and field of a malformed file', () => {
    expect(() => load([{ ...ash, prefLabel: { english: 'ash' } }])).toThrow(/waste-stream\/ash: prefLabel.english/)
    expect(() => load([], 7)).toThrow(/source/)
  })

  it('tells a missing file, a folder without concepts and broken JSON apart', () => {
    expect(() => loadThesaurus(join(folder, 'none.json'))).toThrow(/found nothing readable/)
    const empty = mkdtempSync(join(folder, 'empty-'))
    expect(() => loadThesaurus(empty)).toThrow(/at least one .json file/)
    writeFileSync(join(empty, 'broken.json'), '{"source":')
    expect(() => loadThesaurus(empty)).toThrow(/expected JSON/)
  })
})
