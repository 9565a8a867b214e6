export type TextEncoding = 'gb18030' | 'utf-16' | 'latin1'

/** Text in an encoding that is not UTF-8. UTF-16 is little-endian with its byte order mark. Throws on what it cannot hold. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-16':
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 'latin1':
      return encodeByTable(text, latin1Table(), encoding)
    case 'gb18030':
      return encodeByTable(text, twoByteTable(), encoding)
  }
}

function encodeByTable(text: string, table: ReadonlyMap<string, readonly number[]>, encoding: string): Uint8Array {
  const bytes = Array.from(text).flatMap((character) => {
    const found = character < '\u0080' ? [character.charCodeAt(0)] : table.get(character)
    if (!found) throw new Error(`"${character}" cannot be written in ${encoding}; choose another character.`)
    return found
  })
  return Uint8Array.from(bytes)
}

function latin1Table(): Map<string, number[]> {
  return new Map(Array.from({ length: 96 }, (_, index) => [String.fromCharCode(0xa0 + index), [0xa0 + index]]))
}

/** Node.js decodes GB18030 but does not encode it: the two-byte part of the table comes from decoding every pair. */
function twoByteTable(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (!character.includes('\uFFFD') && !table.has(character)) table.set(character, [lead, trail])
    }
  return table
}
