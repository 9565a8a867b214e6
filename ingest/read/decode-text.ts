import chardet from 'chardet'

export interface DecodedText {
  text: string
  /** WHATWG name, or `utf-32le` / `utf-32be`. */
  encoding: string
  /** How the encoding was found. `guessed` may be wrong. */
  by: 'mark' | 'pattern' | 'valid' | 'declared' | 'guessed'
  /** A declared encoding nobody knows; it was passed over. */
  unknown?: string
  /** Characters that stand for bytes the encoding has no meaning for. */
  damaged: number
}

const MARKS: [encoding: string, bytes: number[]][] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

/** Bytes that are enough to guess an encoding from. */
const SAMPLE = 65_536

/**
 * Decodes text of unknown encoding: byte order mark, zero-byte pattern of UTF-16 and UTF-32, valid UTF-8, what was
 * declared, then statistics over the bytes. Never fails; bytes without meaning become U+FFFD and are counted.
 */
export function decodeText(bytes: Uint8Array, declared: readonly (string | undefined)[] = []): DecodedText {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (marked) return decodeAs(bytes, marked[0], 'mark')

  const wide = findWideEncoding(bytes)
  if (wide) return decodeAs(bytes, wide, 'pattern')

  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', by: 'valid', damaged: 0 }
  } catch {
    // Not UTF-8: go on to what the document says of itself.
  }

  let unknown: string | undefined
  for (const label of declared) {
    if (!label) continue
    const encoding = findEncoding(label)
    if (!encoding) unknown = label
    // Bytes that are not valid UTF-8 refute a declaration of UTF-8, unless only a few are broken.
    else if (encoding !== 'utf-8') return decodeAs(bytes, encoding, 'declared', unknown)
  }
  const broken = decodeAs(bytes, 'utf-8', 'guessed', unknown)
  if (broken.damaged * 100 < countHighBytes(bytes)) return broken
  return decodeAs(bytes, guessEncoding(bytes.subarray(0, SAMPLE)), 'guessed', unknown)
}

/** The WHATWG name of an encoding label, `null` for one that no decoder knows. */
export function findEncoding(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, encoding: string, by: DecodedText['by'], unknown?: string): DecodedText {
  const text = encoding.startsWith('utf-32')
    ? decodeUtf32(bytes, encoding === 'utf-32le')
    : encoding === 'windows-1252'
      ? decodeWindows1252(bytes)
      : new TextDecoder(encoding).decode(bytes)
  let damaged = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) damaged++
  return { text, encoding, by, damaged, ...(unknown ? { unknown } : {}) }
}

/** Some versions of Node decode windows-1252 as ISO 8859-1 and lose what lies between 0x80 and 0x9f. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character)
}

const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, littleEndian)
    if (point === 0xfeff && at === 0) continue
    parts.push(point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point))
  }
  return parts.join('').toWellFormed()
}

/** UTF-16 or UTF-32 without a mark: in text with spaces, digits or line ends, zero bytes fall on one place of every two or four. */
function findWideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0, 0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 4] = (zeros[at % 4] as number) + 1
  const quarter = Math.floor(sample.length / 4)
  if (quarter === 0) return null
  const [a, b, c, d] = zeros.map((count) => count / quarter) as [number, number, number, number]
  if (bytes.length % 4 === 0 && c > 0.9 && d > 0.9 && a < 0.1) return 'utf-32le'
  if (bytes.length % 4 === 0 && a > 0.9 && b > 0.9 && d < 0.1) return 'utf-32be'
  // Chinese in UTF-16 has zero bytes only beside its spaces, digits and line ends.
  const even = a + c
  const odd = b + d
  if (odd > 0.02 && even === 0) return 'utf-16le'
  if (even > 0.02 && odd === 0) return 'utf-16be'
  if (odd > 0.4 && even < odd / 10) return 'utf-16le'
  if (even > 0.4 && odd < even / 10) return 'utf-16be'
  return null
}

function countHighBytes(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte >= 0x80) count++
  return count
}

function guessEncoding(sample: Uint8Array): string {
  if (looksLikeChinese(sample)) return 'gb18030'
  const best = chardet.analyse(sample).find((match) => match.confidence >= 20 && findEncoding(match.name))
  return (best && findEncoding(best.name)) || 'windows-1252'
}

/** Nearly all high bytes pair up as in GB 2312, most pairs in its first level: the 3,755 common characters. */
function looksLikeChinese(sample: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  let single = 0
  for (let at = 0; at < sample.length; at++) {
    const lead = sample[at] as number
    if (lead < 0x80) continue
    const trail = sample[at + 1] ?? 0
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1 && trail <= 0xfe) {
      pairs++
      if (lead >= 0xb0 && lead <= 0xd7) common++
      at++
    } else single++
  }
  return pairs >= 3 && single * 20 <= pairs && common * 10 >= pairs * 6
}
