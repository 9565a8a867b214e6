import { csvReader } from './read-csv.ts'
import { docxReader } from './read-docx.ts'
import { htmlReader } from './read-html.ts'
import { jsonReader } from './read-json.ts'
import { markdownReader } from './read-markdown.ts'
import { pdfReader } from './read-pdf.ts'
import { textReader } from './read-text.ts'
import { xlsxReader } from './read-xlsx.ts'
import type { ContentSample, Reader } from './reader.ts'

/** Every format we read; of equal scores the first wins. */
export const READERS: readonly Reader[] = [
  pdfReader,
  docxReader,
  xlsxReader,
  htmlReader,
  jsonReader,
  csvReader,
  markdownReader,
  textReader,
]

/** The reader that fits the content best, `null` where none does. */
export function chooseReader(sample: ContentSample): Reader | null {
  let best: Reader | null = null
  let highest = 0
  for (const reader of READERS) {
    const score = reader.score(sample)
    if (score > highest) {
      highest = score
      best = reader
    }
  }
  return best
}

/** The reader an extension promises. */
export function readerOfExtension(extension: string): Reader | undefined {
  return READERS.find((reader) => reader.extensions.includes(extension))
}
