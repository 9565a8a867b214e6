import { Parser } from 'htmlparser2'
import type { Deadline } from '../deadline.ts'
import { ReadFailure } from '../read-failure.ts'

/** An element with what it holds; strings are its text. */
export interface HtmlElement {
  tag: string
  attributes: Record<string, string>
  children: HtmlNode[]
  parent: HtmlElement | null
}

export type HtmlNode = HtmlElement | string

/** Their content is no text of the page, so it is not even kept. */
const SILENT = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
  'map',
])
const CHUNK = 262_144

/**
 * Parses HTML as browsers nest it (open paragraphs, cells and list items close by themselves) into a plain tree.
 * Throws `too-deep` past `maxDepth` elements, before anything that works by recursion sees the tree.
 */
export function parseHtmlTree(html: string, maxDepth: number, deadline: Deadline): HtmlElement {
  const root: HtmlElement = { tag: '#root', attributes: {}, children: [], parent: null }
  let current = root
  let depth = 0
  let silent = 0
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        depth++
        if (depth > maxDepth) {
          throw new ReadFailure(
            'too-deep',
            `The HTML nests more than ${maxDepth} elements deep. Flatten it or raise maxDepth.`,
          )
        }
        if (silent > 0 || SILENT.has(tag)) {
          silent++
          return
        }
        const element: HtmlElement = { tag, attributes, children: [], parent: current }
        current.children.push(element)
        current = element
      },
      onclosetag() {
        depth--
        if (silent > 0) silent--
        else if (current.parent) current = current.parent
      },
      ontext(text) {
        if (silent > 0) return
        const last = current.children.length - 1
        if (typeof current.children[last] === 'string') current.children[last] += text
        else current.children.push(text)
      },
    },
    { decodeEntities: true },
  )
  for (let at = 0; at < html.length; at += CHUNK) {
    deadline.check()
    parser.write(html.slice(at, at + CHUNK))
  }
  parser.end()
  return root
}

/** The first element of this tag in document order. */
export function findElement(root: HtmlElement, tag: string): HtmlElement | null {
  for (const child of root.children) {
    if (typeof child === 'string') continue
    if (child.tag === tag) return child
    const found = findElement(child, tag)
    if (found) return found
  }
  return null
}

/** All text below a node, as it stands. */
export function textOf(node: HtmlNode): string {
  if (typeof node === 'string') return node
  if (node.tag === 'br') return ' '
  return node.children.map(textOf).join('')
}
