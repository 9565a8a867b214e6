import { describe, expect, it } from 'vitest'
import { countryName, countryNames, findCountry, findCountryByDemonym } from '../../../graph/values/country.ts'

describe('findCountry', () => {
  it.each([
    ['Viet Nam', 'VN'],
    ['vietnam', 'VN'],
    ['Laos', 'LA'],
    ['Lao PDR', 'LA'],
    ["Lao People's Democratic Republic", 'LA'],
    ['Korea', 'KR'],
    ['Republic of Korea', 'KR'],
    ["Democratic People's Republic of Korea", 'KP'],
    ['Hong Kong SAR', 'HK'],
    ['Turkey', 'TR'],
    ['Türkiye', 'TR'],
    ['U.S.', 'US'],
    ['the United States', 'US'],
    ['UK', 'GB'],
    ['chinese mainland', 'CN'],
    ['P.R. China', 'CN'],
    ['Islamic Republic of Iran', 'IR'],
    ['Kingdom of Thailand', 'TH'],
    ['the Republic of the Philippines', 'PH'],
    ['越南', 'VN'],
    ['日本', 'JP'],
    ['ประเทศไทย', 'TH'],
    ['ລາວ', 'LA'],
    ['کره جنوبی', 'KR'],
    ['Camboya', 'KH'],
    ['Corée du Sud', 'KR'],
    ['DE', 'DE'],
  ])('reads %s as %s', (name, code) => {
    expect(findCountry(name)?.code).toBe(code)
  })

  it.each(['', 'Asia', 'Chinese', 'Rönnskär', 'de', 'Republic of', '  '])('finds no country in %j', (name) => {
    expect(findCountry(name)).toBeNull()
  })

  it('finds every name it lists, except those two countries share', () => {
    const shared = new Set(['congo', 'kongo', 'são martinho'])
    for (const { name, code, demonym } of countryNames()) {
      if (demonym || shared.has(name.toLowerCase())) continue
      expect([name, findCountry(name)?.code]).toEqual([name, code])
    }
  })
})

describe('countryNames', () => {
  it('marks adjectives, initialisms and names that are also other things', () => {
    const all = countryNames()
    expect(all.find(({ name }) => name === 'Thai')).toMatchObject({ code: 'TH', demonym: true, exactCase: true })
    expect(all.find(({ name }) => name === 'US')).toMatchObject({ code: 'US', exactCase: true })
    expect(all.find(({ name, language }) => name === 'Jordan' && language === 'en')).toMatchObject({ ambiguous: true })
    expect(all.find(({ name }) => name === 'Indonesia')).not.toHaveProperty('exactCase')
  })

  it('covers every country in English, Chinese, Spanish and French', () => {
    for (const language of ['en', 'zh', 'es', 'fr']) {
      expect(new Set(countryNames().flatMap((entry) => (entry.language === language ? [entry.code] : []))).size).toBe(
        250,
      )
    }
  })
})

describe('countryName', () => {
  it('shows the short English name, or another language', () => {
    expect(countryName('VN')).toBe('Viet Nam')
    expect(countryName('IR')).toBe('Iran')
    expect(countryName('LA', 'zh')).toBe('老挝')
    expect(countryName('XX')).toBeNull()
    expect(countryName('TH', 'not a language')).toBe('Thailand')
  })
})

describe('findCountryByDemonym', () => {
  it('takes adjectives in their own case only', () => {
    expect(findCountryByDemonym('Chinese')?.code).toBe('CN')
    expect(findCountryByDemonym('polish')).toBeNull()
  })
})
