import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../graph/thesaurus/load-thesaurus.ts'
import { understandWaste } from '../../../src/legality/understand-waste.ts'

const thesaurus = loadThesaurus()
const read = (text: string) => understandWaste(text, thesaurus)
const ids = (text: string) => read(text).waste.concepts.map(({ id }) => id)

describe('understandWaste', () => {
  it.each([
    'used lead-acid batteries',
    '废铅酸电池',
    'A1160',
    'waste-stream/lead-acid-batteries',
    'lead acid bateries',
  ])('finds the waste in %s', (text) => {
    expect(ids(text)).toEqual(['waste-stream/lead-acid-batteries'])
  })

  it('keeps the codes given', () => {
    expect(read('dust of EWC 10 02 07*').waste.codes).toEqual(['10 02 07*'])
    expect(read('A4020').wastes[0]?.codes).toMatchObject([{ scheme: 'basel-annex', code: 'A4020' }])
  })

  it('takes a code of no concept for a waste of its own', () => {
    expect(read('08 01 11*').wastes).toMatchObject([{ label: '08 01 11*' }])
  })

  it('says what is no waste', () => {
    expect(read('copper').problems).toMatchObject([{ code: 'not-waste', message: expect.stringContaining('a metal') }])
  })

  it.each(['bananas', '', '?!'])('says what it does not know: “%s”', (text) => {
    expect(read(text).problems).toMatchObject([{ code: 'unknown-waste', message: expect.stringContaining('A1160') }])
  })

  it('notes a slip it mended', () => {
    expect(read('lead acid bateries').notes.join()).toContain('a few letters apart')
  })
})
