import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCodes, parseCode } from '../../../graph/values/code.ts'

const read = (text: string) => {
  const value = parseCode(text)
  return value ? `${value.scheme} ${value.code}` : null
}
const found = (text: string) => findCodes(text).map(({ value }) => `${value.scheme} ${value.code}`)

describe('parseCode', () => {
  it.each([
    ['10 02 07*', 'eu-low 10 02 07*'],
    ['10\u00a002\u00a007', 'eu-low 10 02 07*'],
    ['100207', 'eu-low 10 02 07*'],
    ['EWC 10 02 08', 'eu-low 10 02 08'],
    ['LoW code 16 06 01*', 'eu-low 16 06 01*'],
    ['HS 2620', 'hs 2620'],
    ['HS code 7204.29', 'hs 7204.29'],
    ['HS 720429', 'hs 7204.29'],
    ['Basel A4100', 'basel-annex A4100'],
    ['B1010', 'basel-annex B1010'],
    ['b1010', 'basel-annex B1010'],
    ['Y23', 'basel-y Y23'],
    ['Y 46', 'basel-y Y46'],
    ['K061', 'us-rcra K061'],
    ['EPA hazardous waste code F006', 'us-rcra F006'],
    ['D008', 'us-rcra D008'],
    ['GC010', 'oecd GC010'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each(['', '2620', '99 99 99', '100277*', 'A9999', 'Y77', 'K999', '10 02', 'hello', 'HS', 'GC011'])(
    'refuses %j',
    (text) => expect(read(text)).toBeNull(),
  )

  it('reads its own output', () => {
    for (const text of ['10 02 07*', 'A4100', 'Y23', 'K061', 'GC010']) {
      const code = parseCode(text)
      expect(code && parseCode(code.code)?.code).toBe(code?.code)
    }
  })
})

describe('findCodes', () => {
  it('finds codes of every scheme in running text', () => {
    const text =
      'EAF dust (10\u00a002\u00a007*, K061; Basel A4100 with Y23, Y26 and Y31) leaves under HS 2620.11 and 7204, or GC010.'
    expect(found(text)).toEqual([
      'eu-low 10 02 07*',
      'us-rcra K061',
      'basel-annex A4100',
      'basel-y Y23',
      'basel-y Y26',
      'basel-y Y31',
      'hs 2620.11',
      'hs 7204',
      'oecd GC010',
    ])
  })

  it('reads on through a list', () => {
    expect(found('wastes K061, D006 and D008; EWC 16 06 01*, 16 06 02*; HS 7404 and 7602 rose')).toEqual([
      'us-rcra K061',
      'us-rcra D006',
      'us-rcra D008',
      'eu-low 16 06 01*',
      'eu-low 16 06 02*',
      'hs 7404',
      'hs 7602',
    ])
  })

  it.each([
    'Tel: 86 10 02 07 62',
    'In 2620 there were 7204 people and 100207 cats',
    'on 10.02.07 at 10:02',
    'paper of size A4, room B1099x, year Y2K',
    'USD 7204.29 were paid',
    'a population of 16 06 01 9',
    'China CNY 7204',
    'the HS 2022 edition, HS 2012 before it',
    'US F150 trucks',
  ])('takes no number for a code: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('gives spans that lie in the text and do not overlap', () => {
    const piece = fc.constantFrom(
      '10 02 07*',
      'K061',
      ' ',
      ', ',
      'HS ',
      '2620',
      'A1010',
      'Y31',
      'EWC ',
      '*',
      '9',
      'x',
      '和',
      '\u00a0',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end, value } of findCodes(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(value.text)
          last = end
        }
      }),
    )
  })

  it('gets through long hostile text', () => {
    for (const unit of ['10 02 ', 'HS ', 'Basel Annex ', 'EWC 10 02 07, ', 'A', '* ']) {
      expect(findCodes(unit.repeat(10_000)).length).toBeGreaterThanOrEqual(0)
    }
  })
})
