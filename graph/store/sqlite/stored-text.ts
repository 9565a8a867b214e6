/** UTF-8 text ends at U+0000 for SQLite and cannot hold lone surrogates; such text is kept as its UTF-16LE bytes. */
export function encodeText(text: string): string | Uint8Array {
  return text.isWellFormed() && !text.includes('\u0000') ? text : new Uint8Array(Buffer.from(text, 'utf16le'))
}

export function decodeText(stored: string | Uint8Array): string {
  return typeof stored === 'string' ? stored : Buffer.from(stored).toString('utf16le')
}
