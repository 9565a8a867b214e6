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
  ])('reads “%s”', (text, effect, imports, exports) => {
    expect(readRuleText(text)).toEqual({ effect, imports, exports })
  })
})
