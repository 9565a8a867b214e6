import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../ingest/read/decode-text.ts'
import { problemCodes, readBytes } from '../../support/read-passages.ts'

const ENGLISH = 'The works treat 4,000 tonnes of dust a year.\n'

function utf16(text: string, bigEndian = false): Buffer {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

function utf32(text: string, bigEndian = false): Buffer {
  const points = [...text].map((character) => character.codePointAt(0) as number)
  const bytes = Buffer.alloc(points.length * 4)
  for (const [index, point] of points.entries()) {
    if (bigEndian) bytes.writeUInt32BE(point, index * 4)
    else bytes.writeUInt32LE(point, index * 4)
  }
  return bytes
}

describe('decodeText', () => {
  it.each([
    ['utf-8', Buffer.from(`\ufeff${ENGLISH}`), 'mark'],
    ['utf-16le', utf16(`\ufeff${ENGLISH}`), 'mark'],
    ['utf-16be', utf16(`\ufeff${ENGLISH}`, true), 'mark'],
    ['utf-32le', utf32(`\ufeff${ENGLISH}`), 'mark'],
    ['utf-32be', utf32(`\ufeff${ENGLISH}`, true), 'mark'],
    ['utf-16le', utf16(ENGLISH), 'pattern'],
    ['utf-16be', utf16(ENGLISH, true), 'pattern'],
    ['utf-32le', utf32(ENGLISH), 'pattern'],
    ['utf-32be', utf32(ENGLISH, true), 'pattern'],
    ['utf-8', Buffer.from(ENGLISH), 'valid'],
  ])('knows %s by its %s', (encoding, bytes, by) => {
    expect(decodeText(bytes)).toEqual({ text: ENGLISH, encoding, by, damaged: 0 })
  })

  it('knows UTF-16 without a mark in Chinese by its line ends and spaces', () => {
    const text = '钢铁粉尘 含锌量\n可以回收 其中的金属\n再生锌 产量\n'
    expect(decodeText(utf16(text)).text).toBe(text)
  })

  it('knows Chinese in GB18030', () => {
    // "含锌粉尘的回收利用" and "中国" in GB 2312.
    const bytes = Buffer.from('baacd0bfb7dbb3beb5c4bbd8cad5c0fbd3c30ad6d0b9fa0a', 'hex')
    expect(decodeText(bytes)).toMatchObject({ text: '含锌粉尘的回收利用\n中国\n', encoding: 'gb18030' })
  })

  it('reads Latin-1 and Windows-1252 with its euro sign, quotes and dashes', () => {
    const bytes = Buffer.from(
      'Der Preis f\xfcr das K\xf6nnen betrug 15,50 \x80 \x96 \x93ja\x94, sagte die sch\xf6ne Gr\xe4fin.',
      'latin1',
    )
    expect(decodeText(bytes).text).toBe('Der Preis für das Können betrug 15,50 € – “ja”, sagte die schöne Gräfin.')
  })

  it('believes a declaration over statistics, but not against valid UTF-8', () => {
    const cyrillic = Buffer.from('\xf6\xe8\xed\xea', 'latin1')
    expect(decodeText(cyrillic, ['windows-1251']).text).toBe('цинк')
    expect(decodeText(Buffer.from('цинк'), ['windows-1251']).text).toBe('цинк')
  })

  it('reports an unknown declaration and characters without meaning, and reads on', async () => {
    const html = Buffer.from(
      '<meta charset="klingon-7"><p>K\xf6nnen und M\xfcssen, sch\xf6ne Gr\xfc\xdfe aus K\xf6ln</p>',
      'latin1',
    )
    const read = await readBytes('a.html', html)
    expect(read.text).toBe('Können und Müssen, schöne Grüße aus Köln')
    expect(problemCodes(read)).toEqual(['charset-unknown'])
    const broken = Buffer.concat([Buffer.from('Zink für alle '.repeat(60)), Buffer.from([0xff]), Buffer.from(' Ende')])
    expect(problemCodes(await readBytes('a.txt', broken))).toEqual(['charset-doubtful'])
  })
})
