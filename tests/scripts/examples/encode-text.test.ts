import { describe, expect, it } from 'vitest'
import { encodeText } from '../../../scripts/examples/encode-text.ts'

describe('encodeText', () => {
  it.each([
    ['gb18030', '钢铁粉尘,代码为312-001-23。'],
    ['latin1', 'Gestión de baterías, 50 % – no'.replace('–', '-')],
    ['utf-16', '铝灰渣 Rönnskär'],
  ] as const)('writes %s so that a decoder gives the same text back', (encoding, text) => {
    expect(new TextDecoder(encoding).decode(encodeText(text, encoding))).toBe(text)
  })

  it('refuses a character the encoding does not have', () => {
    expect(() => encodeText('钢', 'latin1')).toThrow(/钢.*latin1/)
  })
})
