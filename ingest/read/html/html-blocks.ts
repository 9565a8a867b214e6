import { addTable } from '../add-table.ts'
import type { Deadline } from '../deadline.ts'
import type { DocumentBuilder } from '../document-builder.ts'
import { normaliseLine } from '../normalise-text.ts'
import { readHtmlTable } from './html-table.ts'
import { type HtmlElement, textOf } from './html-tree.ts'

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup legend li main ol p section summary table tbody td tfoot th thead tr ul html option'.split(
    ' ',
  ),
)

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

/** Walks a tree no deeper than the depth limit and adds its blocks in order. */
export function addHtmlBlocks(root: HtmlElement, input: HtmlBlocksInput): void {
  const { builder, deadline, dropped } = input
  let inline: string[] = []
  let page = 1
  let steps = 0

  function flush(kind: BlockKind): void {
    const text = inline.join('')
    inline = []
    // Two line breaks in a row part paragraphs on pages without paragraph elements.
    for (const part of text.split(/\u2028\s*\u2028/)) builder.addBlock(kind, part.replaceAll('\u2028', ' '))
  }

  function walk(element: HtmlElement, kind: BlockKind): void {
    for (const child of element.children) {
      if (typeof child === 'string') {
        inline.push(child.includes('\u2028') ? child.replaceAll('\u2028', ' ') : child)
        continue
      }
      if (dropped.has(child)) continue
      if (++steps % 2_000 === 0) deadline.check()
      visit(child, kind)
    }
  }

  function visit(element: HtmlElement, kind: BlockKind): void {
    const { tag } = element
    if (tag === 'br') {
      inline.push('\u2028')
    } else if (input.isPageBreak?.(element)) {
      flush(kind)
      page++
      builder.startPage(page)
    } else if (tag === 'hr') {
      flush(kind)
    } else if (/^h[1-6]$/.test(tag)) {
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
      walk(element, inner)
      flush(inner)
    } else walk(element, kind)
  }

  function kindOf(element: HtmlElement, kind: BlockKind): BlockKind {
    if (kind === 'running' || input.isRunning(element)) return 'running'
    if (element.tag === 'li') return 'list-item'
    if (element.tag === 'figcaption' || element.tag === 'caption') return 'caption'
    return kind === 'list-item' && element.tag !== 'table' ? 'list-item' : 'paragraph'
  }

  function addHtmlTable(element: HtmlElement, kind: BlockKind): void {
    const table = readHtmlTable(element, dropped, (cell) => readCell(cell, dropped))
    if (table) {
      if (table.caption) builder.addBlock('caption', table.caption)
      addTable(builder, table.rows, deadline, table.headers || 'possible')
      return
    }
    walk(element, kind)
    flush(kind)
  }

  builder.startPage(1)
  walk(root, 'paragraph')
  flush('paragraph')
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
