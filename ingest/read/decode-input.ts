import { decodeText } from './decode-text.ts'
import type { ReaderInput } from './reader.ts'

/** The text of a source, with a problem reported where the encoding is in doubt. `declared` is what the document says of itself. */
export function decodeInput({ bytes, charset, report }: ReaderInput, declared?: string): string {
  const decoded = decodeText(bytes, [charset, declared])
  if (decoded.unknown) {
    report({
      code: 'charset-unknown',
      message: `The document declares the charset "${decoded.unknown.slice(0, 40)}", which no decoder knows; it was read as ${decoded.encoding}. Save it as UTF-8.`,
    })
  }
  if (decoded.damaged > 0) {
    report({
      code: 'charset-doubtful',
      message: `${decoded.damaged} characters have no meaning in ${decoded.encoding}, the likeliest charset, and show as �. Save it as UTF-8.`,
    })
  }
  return decoded.text
}
