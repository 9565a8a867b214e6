import { describe, expect, it } from 'vitest'
import { understandCountry } from '../../../src/legality/understand-country.ts'

describe('understandCountry', () => {
  it.each(['VN', 'vn', 'Viet Nam', '越南', 'Việt Nam'])('knows %s', (text) => {
    expect(understandCountry(text, 'From')).toEqual({ code: 'VN', label: 'Viet Nam' })
  })

  it('names the successors of a country that no longer exists', () => {
    const found = understandCountry('Czechoslovakia', 'Country of export')
    expect(found).toMatchObject({ code: 'former-country', message: expect.stringContaining('Slovakia') })
  })

  it.each(['Atlantis', 'QQ', '', '\u0000', 'x'.repeat(5000)])('says what is expected instead of “%.12s”', (text) => {
    expect(understandCountry(text, 'Country of export')).toMatchObject({ code: 'unknown-country' })
  })
})
