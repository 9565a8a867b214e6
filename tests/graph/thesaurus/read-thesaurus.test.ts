import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readThesaurus } from '../../../graph/thesaurus/read-thesaurus.ts'
import type { Concept, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { buildConcept } from '../../support/build-concept.ts'

const ids = (concepts: readonly Concept[]) => concepts.map(({ id }) => id)

describe('readThesaurus', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cupel-thesaurus-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const load = (concepts: unknown[], source: unknown = 'a test'): Thesaurus => {
    const file = join(folder, 'concepts.json')
    writeFileSync(file, JSON.stringify({ source, concepts }))
    return readThesaurus(file)
  }
  const zinc = buildConcept({ id: 'metal/zinc', type: 'Metal', related: ['waste-stream/ash'] })
  const ash = buildConcept({ id: 'waste-stream/ash' })

  it('reads a file of one’s own', () => {
    const own = load([zinc, ash])
    expect(ids(own.byLabel('Zinc'))).toEqual(['metal/zinc'])
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
    expect(() => readThesaurus(join(folder, 'none.json'))).toThrow(/found nothing readable/)
    const empty = mkdtempSync(join(folder, 'empty-'))
    expect(() => readThesaurus(empty)).toThrow(/at least one .json file/)
    writeFileSync(join(empty, 'broken.json'), '{"source":')
    expect(() => readThesaurus(empty)).toThrow(/expected JSON/)
  })
})
