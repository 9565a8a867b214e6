import type { PageSpan, SectionSpan } from '../../graph/document.ts'
import { normaliseLine, normaliseText } from './normalise-text.ts'
import type { Passage, PassageCell, PassageKind } from './source-document.ts'

/** A piece of a paragraph that goes on from one page to the next. White space at its ends counts. */
export interface PagedPiece {
  text: string
  page: number
}

export interface RowOptions {
  table: number
  /** Header of each cell, by column. */
  headers?: readonly (string | undefined)[]
  /** This row holds the headers. */
  header?: boolean
}

export interface BuiltText {
  text: string
  pages: PageSpan[]
  sections: SectionSpan[]
  passages: Passage[]
}

/** Puts passages one after the other into the normalised text and keeps account of pages, sections and offsets. */
export interface DocumentBuilder {
  /** What follows is on this page; pages come in rising order. */
  startPage(page: number): void
  /** Level 1 is outermost. */
  addHeading(text: string, level: number): void
  addBlock(kind: Exclude<PassageKind, 'heading' | 'table-row' | 'code'>, text: string | readonly PagedPiece[]): void
  /** Keeps line breaks and indentation. */
  addCode(text: string): void
  /** The number of a new table, 1 for the first. */
  startTable(): number
  /** Empty cells are left out of the text and of the passage; an empty row adds nothing. */
  addRow(cells: readonly string[], options: RowOptions): void
  /** Length of the text so far. */
  readonly length: number
  finish(): BuiltText
}

export function createDocumentBuilder(): DocumentBuilder {
  const parts: string[] = []
  const pages: PageSpan[] = []
  const passages: Passage[] = []
  const sections: SectionSpan[] = []
  let open: SectionSpan[] = []
  let path: string[] = []
  let length = 0
  let tables = 0
  let currentPage: number | undefined
  let pendingPages: number[] = []

  function separate(separator: string): void {
    if (length === 0) return
    parts.push(separator)
    length += separator.length
  }

  function write(text: string): { start: number; end: number } {
    const start = length
    parts.push(text)
    length += text.length
    return { start, end: length }
  }

  /** Separators belong to the page before; a page is entered at the first character on it. */
  function enterPage(page: number, at: number): void {
    const last = pages.at(-1)
    if (last && last.page >= page) return
    if (last) last.end = at
    pages.push({ page, start: at, end: at })
  }

  function append(passage: Omit<Passage, 'sections' | 'page'>): void {
    passages.push({ ...passage, page: currentPage, sections: path })
  }

  function beginPassage(separator: string): void {
    separate(separator)
    for (const page of pendingPages) enterPage(page, length)
    pendingPages = []
  }

  return {
    startPage(page) {
      currentPage = page
      pendingPages.push(page)
    },

    addHeading(raw, level) {
      const text = normaliseLine(raw)
      if (!text) return
      beginPassage('\n\n')
      while (open.length > 0 && (open.at(-1) as SectionSpan).level >= level) {
        ;(open.pop() as SectionSpan).end = length
      }
      path = open.map((section) => section.heading)
      const span = write(text)
      append({ kind: 'heading', level, ...span })
      const section = { heading: text, level, start: span.start, end: span.end }
      sections.push(section)
      open.push(section)
      path = open.map((each) => each.heading)
    },

    addBlock(kind, raw) {
      if (typeof raw === 'string') {
        const text = normaliseLine(raw)
        if (!text) return
        beginPassage('\n\n')
        append({ kind, ...write(text) })
        return
      }
      const pieces = trimPieces(raw)
      if (pieces.length === 0) return
      beginPassage('\n\n')
      const start = length
      for (const [index, piece] of pieces.entries()) {
        if (index > 0 && piece.page > (currentPage ?? 0)) enterPage(piece.page, length)
        write(piece.text)
      }
      append({ kind, start, end: length })
      currentPage = Math.max(currentPage ?? 0, (pieces.at(-1) as PagedPiece).page)
    },

    addCode(raw) {
      const text = normaliseText(raw)
        .replace(/\t/g, '  ')
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .replace(/^\n+/, '')
        .trimEnd()
      if (!text) return
      beginPassage('\n\n')
      append({ kind: 'code', ...write(text) })
    },

    startTable() {
      tables++
      return tables
    },

    addRow(cells, { table, headers, header }) {
      const texts = cells.map(normaliseLine)
      if (texts.every((text) => !text)) return
      const last = passages.at(-1)
      beginPassage(last?.kind === 'table-row' && last.table === table ? '\n' : '\n\n')
      const start = length
      const written: PassageCell[] = []
      for (const [column, text] of texts.entries()) {
        if (!text) continue
        if (written.length > 0) write('\t')
        const title = headers?.[column]
        written.push({ ...write(text), ...(title ? { header: title } : {}) })
      }
      append({ kind: 'table-row', table, cells: written, ...(header ? { header } : {}), start, end: length })
    },

    get length() {
      return length
    },

    finish() {
      for (const page of pendingPages) enterPage(page, length)
      pendingPages = []
      if (pages.length === 0) pages.push({ page: 1, start: 0, end: length })
      ;(pages.at(-1) as PageSpan).end = length
      for (const section of open) section.end = length
      open = []
      return { text: parts.join(''), pages, sections, passages }
    },
  }
}

/** Normalises the pieces and takes white space from the two outer ends. */
function trimPieces(raw: readonly PagedPiece[]): PagedPiece[] {
  const pieces = raw.map(({ text, page }) => ({ text: normaliseText(text).replace(/\s+/g, ' '), page }))
  while (pieces[0] && !pieces[0].text.trim()) pieces.shift()
  while (pieces.length > 0 && !(pieces.at(-1) as PagedPiece).text.trim()) pieces.pop()
  const first = pieces[0]
  const last = pieces.at(-1)
  if (first) first.text = first.text.trimStart()
  if (last) last.text = last.text.trimEnd()
  return pieces
}
