import { decodeText } from './decode-text.ts'

const SHORTEST = 40

/**
 * The bytes of a text file that is nothing but base64 of text, as mail programs save parts of a message; `null` for
 * anything else. The content must turn out to be words with spaces, so a long code or key is left as it is.
 */
export function unwrapBase64(text: string): Uint8Array | null {
  const packed = text.replace(/\s+/g, '')
  if (packed.length < SHORTEST || packed.length % 4 !== 0) return null
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(packed) || /\S[ \t]+\S/.test(text)) return null
  const bytes = Buffer.from(packed, 'base64')
  const { text: content, damaged } = decodeText(bytes)
  const words = content.match(/[\p{L}\p{N}\p{P}\s]/gu)?.length ?? 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the purpose
  const strange = damaged + (content.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g)?.length ?? 0)
  return strange === 0 && words >= content.length * 0.97 && /\p{L}{2,}\s+\p{L}{2,}/u.test(content) ? bytes : null
}
