import { addTable } from './add-table.ts'
import { decodeInput } from './decode-input.ts'
import { joinLines } from './join-lines.ts'
import { plainInline } from './markdown-inline.ts'
import { normaliseText } from './normalise-text.ts'
import type { Reader, ReadMetadata } from './reader.ts'

const HEADING = /^ {0,3}(#{1,6})(?:\s+(.*))?$/
const FENCE = /^ {0,3}(`{3,}|~{3,})/
const RULE = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/
const ITEM = /^\s*(?:[-*+]|(\d{1,9}[.)]))\s+(?:\[[ xX]\]\s+)?/
const TABLE_RULE = /^\|? *:?-+:? *(?:\| *:?-+:? *)*\|?$/
const DEFINITION = /^ {0,3}\[[^\]]+\]:\s*\S/
const COMMENT = /^\s*<!--/

/** Headings, lists, tables, code; marks of emphasis and links give way to their words. */
export const markdownReader: Reader = {
  name: 'Markdown',
  mediaTypes: ['text/markdown'],
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  score({ head, extension, mediaType }) {
    if (head === null) return 0
    if (this.extensions.includes(extension)) return 0.8
    return mediaType && this.mediaTypes.includes(mediaType) ? 0.8 : 0
  },
  async read(input) {
    const { builder, deadline } = input
    const lines = normaliseText(decodeInput(input)).split('\n')
    const metadata: ReadMetadata = {}
    let at = readFrontMatter(lines, metadata)
    let paragraph = ''
    let kind: 'paragraph' | 'list-item' = 'paragraph'
    const flush = () => {
      if (paragraph) builder.addBlock(kind, plainInline(paragraph))
      paragraph = ''
      kind = 'paragraph'
    }
    while (at < lines.length) {
      const line = lines[at] as string
      const next = lines[at + 1]
      at++
      if (at % 1_000 === 0) deadline.check()
      const heading = line.match(HEADING)
      const item = line.match(ITEM)
      const fence = line.match(FENCE)?.[1]
      if (fence) {
        flush()
        const from = at
        while (at < lines.length && !(lines[at] as string).trimStart().startsWith(fence)) at++
        builder.addCode(lines.slice(from, at).join('\n'))
        at++
      } else if (COMMENT.test(line)) {
        while (at < lines.length && !(lines[at - 1] as string).includes('-->')) at++
      } else if (!line.trim() || DEFINITION.test(line)) flush()
      else if (heading) {
        flush()
        builder.addHeading(plainInline((heading[2] ?? '').replace(/(?<!#)#+\s*$/, '')), (heading[1] as string).length)
      } else if (paragraph && kind === 'paragraph' && /^ {0,3}(?:=+|-+)\s*$/.test(line)) {
        builder.addHeading(plainInline(paragraph), line.includes('=') ? 1 : 2)
        paragraph = ''
      } else if (RULE.test(line)) flush()
      else if (line.includes('|') && next?.includes('-') && TABLE_RULE.test(next.trim())) {
        flush()
        const rows = [splitRow(line)]
        for (at++; at < lines.length && (lines[at] as string).includes('|'); at++)
          rows.push(splitRow(lines[at] as string))
        addTable(builder, rows, deadline, 1)
      } else if (item) {
        flush()
        kind = 'list-item'
        paragraph = `${item[1] ? `${item[1]} ` : ''}${line.slice(item[0].length)}`
      } else {
        const quoted = line.replace(/^(?:\s*>)+\s?/, '').trim()
        paragraph = paragraph ? joinLines(paragraph, quoted) : quoted
      }
    }
    flush()
    return metadata
  },
}

/** Lines between `---` at the very top; returns the line after them. */
function readFrontMatter(lines: readonly string[], metadata: ReadMetadata): number {
  if (lines[0]?.trim() !== '---') return 0
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  if (end < 0 || !lines.slice(1, end).some((line) => /^[\w-]+:/.test(line))) return 0
  for (const line of lines.slice(1, end)) {
    const title = line.match(/^title:\s*(\S.*)$/i)?.[1]
    if (title) metadata.title = title.trim().replace(/^(["'])(.*)\1$/, '$2')
  }
  return end + 1
}

function splitRow(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => plainInline(cell.replaceAll('\\|', '|').trim()))
}
