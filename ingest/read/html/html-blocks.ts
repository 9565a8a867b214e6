import { addTable } from '../add-table.ts'
import type { Deadline } from '../deadline.ts'
import type { DocumentBuilder } from '../document-builder.ts'
import { findListMarker } from '../list-marker.ts'
import { normaliseLine } from '../normalise-text.ts'
import { readHtmlTable } from './html-table.ts'
import { type HtmlElement, type HtmlNode, textOf } from './html-tree.ts'

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup legend li main ol p section summary table tbody td tfoot th thead tr ul html option'.split(
    ' ',
  ),
)
const BREAK = '\u2028'
/** Headings that are only set in bold stand below all marked ones. */
const BOLD_LEVEL = 5
const LONGEST_BOLD_HEADING = 90

export interface HtmlBlocksInput {
  builder: DocumentBuilder
  deadline: Deadline
  /** Elements to leave out. */
  dropped: ReadonlySet<HtmlElement>
  /** Elements whose text is `running`, not content. */
  isRunning(element: HtmlElement): boolean
  /** Called for an element that starts a new page. */
  isPageBreak?(element: HtmlElement): boolean
}

type BlockKind = 'paragraph' | 'list-item' | 'caption' | 'running'

/** Text between two block boundaries. */
interface Inline {
  parts: string[]
  /** Whether all of it so far is bold. */
  isBold: boolean
}

/** Walks a tree no deeper than the depth limit and adds its blocks in order. */
export function addHtmlBlocks(root: HtmlElement, input: HtmlBlocksInput): void {
  const { builder, deadline, dropped } = input
  let inline: Inline = { parts: [], isBold: true }
  let page = 1
  let steps = 0

  function flush(kind: BlockKind): void {
    const { parts, isBold } = inline
    inline = { parts: [], isBold: true }
    // Two line breaks in a row part paragraphs on pages without paragraph elements.
    for (const part of parts.join('').split(/\u2028\s*\u2028/)) addText(part.replaceAll(BREAK, ' '), kind, isBold)
  }

  function addText(raw: string, kind: BlockKind, isBold: boolean): void {
    if (kind !== 'paragraph') {
      builder.addBlock(kind, raw)
      return
    }
    const text = normaliseLine(raw)
    const marker = findListMarker(text)
    if (marker?.kind === 'bullet' && !/^[-–—*o]/.test(text)) builder.addBlock('list-item', text.slice(marker.length))
    else if (isBold && text.length <= LONGEST_BOLD_HEADING && /\p{L}{2}/u.test(text) && !/[.,;:]$/.test(text)) {
      builder.addHeading(text, BOLD_LEVEL)
    } else builder.addBlock('paragraph', text)
  }

  function walk(element: HtmlElement, kind: BlockKind, isBold: boolean): void {
    for (const child of gatherRows(element.children)) {
      if (typeof child === 'string') {
        inline.parts.push(child.includes(BREAK) ? child.replaceAll(BREAK, ' ') : child)
        if (!isBold && /\S/.test(child)) inline.isBold = false
        continue
      }
      if (dropped.has(child)) continue
      if (++steps % 2_000 === 0) deadline.check()
      visit(child, kind, isBold)
    }
  }

  function visit(element: HtmlElement, kind: BlockKind, isBold: boolean): void {
    const { tag } = element
    if (tag === 'br') inline.parts.push(BREAK)
    else if (input.isPageBreak?.(element)) {
      flush(kind)
      page++
      builder.startPage(page)
    } else if (tag === 'hr') flush(kind)
    else if (/^h[1-6]$/.test(tag)) {
      flush(kind)
      builder.addHeading(textOf(element), Number(tag[1]))
    } else if (tag === 'pre') {
      flush(kind)
      builder.addCode(textWithBreaks(element))
    } else if (tag === 'table') {
      flush(kind)
      addHtmlTable(element, kind)
    } else if (BLOCKS.has(tag)) {
      flush(kind)
      const inner = kindOf(element, kind)
      walk(element, inner, isBold || isBoldStyle(element))
      flush(inner)
    } else walk(element, kind, isBold || tag === 'b' || tag === 'strong' || isBoldStyle(element))
  }

  function kindOf(element: HtmlElement, kind: BlockKind): BlockKind {
    if (kind === 'running' || input.isRunning(element)) return 'running'
    if (element.tag === 'li') return 'list-item'
    if (element.tag === 'figcaption' || element.tag === 'caption') return 'caption'
    return kind === 'list-item' ? 'list-item' : 'paragraph'
  }

  function addHtmlTable(element: HtmlElement, kind: BlockKind): void {
    const caption = element.children.find((child) => typeof child !== 'string' && child.tag === 'caption')
    if (caption) builder.addBlock('caption', textOf(caption))
    for (const part of readHtmlTable(element, dropped, (cell) => readCell(cell, dropped))) {
      if (part.kind === 'rows') addTable(builder, part.rows, deadline, part.headers || 'possible')
      else if (part.kind === 'items') for (const item of part.items) builder.addBlock('list-item', item)
      else for (const cell of part.cells) visit(cell, kind === 'running' ? kind : 'paragraph', false)
    }
  }

  builder.startPage(1)
  walk(root, 'paragraph', false)
  flush('paragraph')
}

/** Rows that broken markup left without their table get one. */
function gatherRows(children: readonly HtmlNode[]): readonly HtmlNode[] {
  if (!children.some((child) => typeof child !== 'string' && isRow(child))) return children
  const gathered: HtmlNode[] = []
  let made: HtmlElement | null = null
  for (const child of children) {
    const last = gathered.at(-1)
    const isOpen = typeof last === 'object' && last === made
    if (isOpen && (typeof child === 'string' ? !child.trim() : isRow(child))) last.children.push(child)
    else if (typeof child !== 'string' && isRow(child)) {
      made = { tag: 'table', attributes: {}, children: [child], parent: child.parent }
      gathered.push(made)
    } else gathered.push(child)
  }
  return gathered
}

function isRow({ tag }: HtmlElement): boolean {
  return tag === 'tr' || tag === 'tbody' || tag === 'thead'
}

function isBoldStyle({ attributes: { style } }: HtmlElement): boolean {
  return style !== undefined && /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)
}

/** Blocks inside a cell are parted by a space. */
function readCell(cell: HtmlElement, dropped: ReadonlySet<HtmlElement>): string {
  const parts = cell.children.map((child) => {
    if (typeof child === 'string') return child
    if (dropped.has(child)) return ''
    if (child.tag === 'br') return ' '
    const text = readCell(child, dropped)
    return BLOCKS.has(child.tag) ? ` ${text} ` : text
  })
  return parts.join('')
}

function textWithBreaks(element: HtmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : child.tag === 'br' ? '\n' : textWithBreaks(child)))
    .join('')
}

/** The words of a page's title element or first heading. */
export function titleText(element: HtmlElement | null): string | undefined {
  return element ? normaliseLine(textOf(element)) || undefined : undefined
}
