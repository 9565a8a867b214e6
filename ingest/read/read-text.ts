import { addTable } from './add-table.ts'
import { decodeInput } from './decode-input.ts'
import { decodeText } from './decode-text.ts'
import { joinLines } from './join-lines.ts'
import { findListMarker } from './list-marker.ts'
import { normaliseText } from './normalise-text.ts'
import type { Reader, ReaderInput } from './reader.ts'
import { unwrapBase64 } from './unwrap-base64.ts'

/** Lines this near to the longest one were broken by the margin, not by the author. */
const FULL_LINE = 0.75
/** Texts whose lines are longer than this were not broken at a margin at all. */
const WIDEST_MARGIN = 130
const CHECKPOINT = 10_000

/** Plain text in any encoding: paragraphs stand between blank lines; lines broken at a margin are joined again. */
export const textReader: Reader = {
  name: 'plain text',
  mediaTypes: ['text/plain'],
  extensions: ['txt', 'text', 'log'],
  score({ head, extension, mediaType }) {
    if (head === null || head.startsWith('{\\rtf')) return 0
    return this.extensions.includes(extension) || mediaType === 'text/plain' ? 0.6 : 0.3
  },
  async read(input) {
    let text = decodeInput(input)
    const unwrapped = unwrapBase64(text)
    if (unwrapped) {
      text = decodeText(unwrapped).text
      input.report({
        code: 'base64-unwrapped',
        message: 'The file was text packed as base64; it was unpacked and read.',
      })
    }
    if (/^\s*[{[]\s*"/.test(text)) {
      input.report({
        code: 'json-cut-short',
        message:
          'The content begins like JSON but does not end like it; it was read as plain text. If it should be JSON, save it whole.',
      })
    }
    addPlainText(normaliseText(text), input)
    return {}
  },
}

function addPlainText(text: string, { builder, deadline }: ReaderInput): void {
  const lines = text.split('\n')
  const margin = findMargin(lines)
  let item: { kind: 'paragraph' | 'list-item'; text: string } | null = null
  let lastLength = 0
  let rows: string[][] = []
  const flush = () => {
    if (item) builder.addBlock(item.kind, item.text)
    item = null
    if (rows.length > 0) addTable(builder, rows, deadline, 'possible')
    rows = []
  }
  for (const [index, raw] of lines.entries()) {
    if (index % CHECKPOINT === 0) deadline.check()
    const cells = readCells(raw)
    if (cells) {
      if (rows.length === 0) flush()
      rows.push(cells)
      continue
    }
    const line = raw.trim()
    const marker = line ? findListMarker(line) : null
    const continues: boolean = item !== null && line !== '' && !marker && lastLength >= margin * FULL_LINE
    if (!continues || rows.length > 0) flush()
    if (line && item) item.text = joinLines(item.text, line)
    else if (line && marker) {
      item = { kind: 'list-item', text: marker.kind === 'bullet' ? line.slice(marker.length) : line }
    } else if (line) item = { kind: 'paragraph', text: line }
    lastLength = raw.trimEnd().length
  }
  flush()
}

/** The cells of a line in which a tab stands between words: neighbouring lines of this kind are rows of one table. */
function readCells(raw: string): string[] | null {
  const line = raw.trimEnd()
  const tab = line.indexOf('\t')
  if (tab < 0) return null
  const cells = line.split('\t').map((cell) => cell.trim())
  // Tabs before the first word only indent it; a first cell may be left out only where several others follow.
  return cells.filter((cell) => cell !== '').length >= 2 ? cells : null
}

/** The column lines are broken at; infinite where paragraphs are lines. */
function findMargin(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trimEnd().length).filter((length) => length > 0)
  lengths.sort((a, b) => a - b)
  const longest = lengths[Math.floor(lengths.length * 0.97)] ?? 0
  const margin = Math.max(longest, 40)
  return (lengths.at(-1) ?? 0) > WIDEST_MARGIN && longest > WIDEST_MARGIN ? Number.POSITIVE_INFINITY : margin
}
