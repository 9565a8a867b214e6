import { describe, expect, it } from 'vitest'
import { readRuleText } from '../../../src/legality/read-rule-text.ts'

describe('readRuleText', () => {
  it.each([
    ['India prohibits the import of lead-acid batteries.', 'prohibits', true, false],
    ['The export of hazardous waste is banned.', 'prohibits', false, true],
    ['Import and export of e-waste are forbidden.', 'prohibits', true, true],
    ['禁止进口固体废物。', 'prohibits', true, false],
    ['Cấm nhập khẩu chất thải nguy hại.', 'prohibits', true, false],
    ['Impor limbah B3 dilarang.', 'prohibits', true, false],
    ['Import is prohibited unless the ministry gives a permit.', 'consent', true, false],
    ['Export needs the approval of the ministry.', 'consent', false, true],
    ['Copper raw material may be imported freely.', 'informs', true, false],
    ['The ban on imports was lifted; it is no longer prohibited.', 'informs', true, false],
    ['Producers must take batteries back.', 'informs', false, false],
    ['The import of steel dust is not banned.', 'informs', true, false],
    ["Import of e-waste isn't yet subject to an import ban.", 'informs', true, false],
    ['There is no ban on importing scrap.', 'informs', true, false],
    ['There is no longer any import ban.', 'informs', true, false],
    ['The import ban on waste lead was lifted in 2020.', 'informs', true, false],
    ['The ban on the import and export of waste has been repealed.', 'informs', true, true],
    ['The import ban expired in 2024.', 'informs', true, false],
    ['Viet Nam suspended its temporary import ban.', 'informs', true, false],
    ['The export of slag is not forbidden.', 'informs', false, true],
    ['The law does not prohibit the import of scrap.', 'informs', true, false],
    ['The act never prohibited exports.', 'informs', false, true],
    ['废金属进口不再禁止。', 'informs', true, false],
    ['该法不禁止进口废铜。', 'informs', true, false],
    ['禁止进口的规定已被废止。', 'informs', true, false],
    ['政府取消了对进口的禁令。', 'informs', true, false],
    ['La importación de chatarra no está prohibida.', 'informs', true, false],
    ['La prohibición de la importación fue levantada.', 'informs', true, false],
    ['L’importation de ferraille n’est pas interdite.', 'informs', true, false],
    ['L’interdiction d’importation a été levée.', 'informs', true, false],
    ['The import is not prohibited, but needs a licence.', 'consent', true, false],
  ])('reads “%s”', (text, effect, imports, exports) => {
    expect(readRuleText(text)).toEqual({ effect, imports, exports })
  })

  it.each([
    ['The import ban was not lifted.'],
    ['The import ban has not yet been lifted.'],
    ['The import ban will be lifted in 2030.'],
    ['The government has not lifted the import ban.'],
    ['The import ban was partly lifted.'],
    ['The ban took effect and imports were suspended.'],
    ['Not only does India ban the import of batteries.'],
    ['There is no doubt that the import is banned.'],
    ['Imports of scrap are not banned, but the import of slag is prohibited.'],
    ['Import is no longer permitted.'],
    ['进口禁令尚未被解除。'],
    ['La importación no solo está sujeta a control: está prohibida.'],
    ['L’importation de batteries est interdite.'],
  ])('reads the ban that stands in “%s”', (text) => {
    expect(readRuleText(text)).toEqual({ effect: 'prohibits', imports: true, exports: false })
  })

  it('reads hostile lengths', () => {
    for (const part of ['ban on ', 'not ', 'no longer any ', 'prohibición de ', '取消', 'interdiction de '])
      expect(readRuleText(part.repeat(20_000)).imports).toBe(false)
  })
})
