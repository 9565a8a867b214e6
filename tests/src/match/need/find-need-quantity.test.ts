import { describe, expect, it } from 'vitest'
import { findNeedQuantity } from '../../../../src/match/need/find-need-quantity.ts'

const tonnes = (text: string) => findNeedQuantity(text).quantity?.value
const notes = (text: string) => findNeedQuantity(text).notes.join(' ')

describe('findNeedQuantity', () => {
  it.each([
    ['5.000 tấn bụi lò mỗi năm', 5_000],
    ['1.500.000 tấn xỉ thép một năm', 1_500_000],
    ['ฝุ่นเหล็ก 3000 ตันต่อปี', 3_000],
    ['ฝุ่นเหล็ก 3,000 ตันต่อปี', 3_000],
    ['每年2万吨钢铁粉尘', 20_000],
    ['5.000 ton debu baja per tahun', 5_000],
    ['20 t of dust a day', 7_300],
    ['between 200 and 500 t of dust a year', 500],
  ])('reads “%s” as %d t a year', (text, value) => {
    expect(tonnes(text)).toBe(value)
  })

  it.each(['0 tonnes of dust a year', 'minus: -500 t of dust a year', '99,999,999,999 t of dust a year'])(
    'leaves out the impossible “%s”, and says so',
    (text) => {
      expect(tonnes(text)).toBeUndefined()
      expect(notes(text)).toContain('is not a quantity a year can hold')
    },
  )

  it.each([
    ['500 drums of lead batteries a year', '500 drums'],
    ['2000 m3 of dust', '2000 m3'],
    ['300 blorgs of dust', '300 blorgs'],
    ['9e15 tonnes of dust', '9e15 tonnes'],
  ])('says that “%s” gives no mass', (text, words) => {
    expect(tonnes(text)).toBeUndefined()
    expect(notes(text)).toContain(`“${words}” is no mass that could be read: give tonnes`)
  })

  it.each(['dust of EWC 10 02 07* and K061', 'dust since 2019', 'dust for 5 years', 'HS 2620 residues', 'dust'])(
    'takes no figure of “%s” for a quantity',
    (text) => {
      expect(findNeedQuantity(text)).toEqual({ notes: [] })
    },
  )

  it('says that bounds contradict each other', () => {
    expect(notes('at least 500 t and at most 100 t of dust a year')).toContain('cannot both hold')
    expect(notes('at least 100 t and at most 500 t of dust a year')).not.toContain('cannot both hold')
  })

  it('says how a stop before three zeros was read', () => {
    expect(notes('ฝุ่นเหล็ก 5.000 ตัน')).toContain('where thousands are meant, write 5,000 or 5000')
  })
})
