import { extname } from 'node:path'
import { decodeText } from './decode-text.ts'
import type { ContentSample } from './reader.ts'
import type { SourceDocument } from './source-document.ts'

const HEAD = 4_096

/** The beginning of a source and its hints, for readers to score. */
export function takeSample({ source, bytes, mediaType }: SourceDocument): ContentSample {
  return {
    bytes,
    head: decodeHead(bytes),
    extension: extname(source.toLowerCase()).slice(1),
    mediaType: mediaType?.split(';', 1)[0]?.trim().toLowerCase(),
  }
}

/** `null` for what no text holds: control characters other than white space, or many bytes without meaning. */
function decodeHead(bytes: Uint8Array): string | null {
  let end = Math.min(bytes.length, HEAD)
  // Do not cut a UTF-8 character in two: it would look like another encoding.
  if (end < bytes.length) for (let back = 0; back < 3 && ((bytes[end] as number) & 0xc0) === 0x80; back++) end--
  const { text } = decodeText(bytes.subarray(0, end))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the purpose
  const strange = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  return strange * 50 > text.length ? null : text
}
