import { decodeInput } from './decode-input.ts'
import { findBoilerplate } from './html/boilerplate.ts'
import { addHtmlBlocks, titleText } from './html/html-blocks.ts'
import { findElement, type HtmlElement, parseHtmlTree } from './html/html-tree.ts'
import type { Reader } from './reader.ts'

const META_CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/i
const XML_ENCODING = /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)/i
const ELEMENTS = /<(?:html|head|body|title|table|div|p|h[1-6]|ul|article|section|meta|span|a)[\s>/]/i

/**
 * Pages as a reader sees them: the whole body without menus, cookie notices, controls and hidden parts; tables as rows.
 * The header and footer of the site are `running`. Lists, directories and filings stay whole, which extractors made for
 * news articles would cut.
 */
export const htmlReader: Reader = {
  name: 'HTML',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  score({ head, extension, mediaType }) {
    if (head === null) return 0
    const promised =
      this.extensions.includes(extension) || (mediaType !== undefined && this.mediaTypes.includes(mediaType))
    if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*(?:<!doctype html|<html[\s>])/i.test(head)) {
      return extension === 'md' ? 0.5 : 0.9
    }
    if (/^\s*</.test(head) && ELEMENTS.test(head)) return promised ? 0.9 : extension === 'md' ? 0.1 : 0.65
    if (promised) return 0.7
    return /^\s*<\?xml/.test(head) ? 0.5 : 0
  },
  async read(input) {
    const head = Buffer.from(input.bytes.subarray(0, 4_096)).toString('latin1')
    const html = decodeInput(input, head.match(META_CHARSET)?.[1] ?? head.match(XML_ENCODING)?.[1])
    const root = parseHtmlTree(html, input.limits.maxDepth, input.deadline)
    const body = findElement(root, 'body') ?? root
    const dropped = findBoilerplate(body)
    for (const tag of ['head', 'title']) {
      const element = findElement(body, tag)
      if (element) dropped.add(element)
    }
    addHtmlBlocks(body, { ...input, dropped, isRunning: (element) => isSiteFrame(element) })
    return { title: titleText(findElement(root, 'title')), language: readLanguage(root) }
  },
}

/** Header and footer of the site, not of an article in it. */
function isSiteFrame(element: HtmlElement): boolean {
  const { role } = element.attributes
  if (role === 'contentinfo' || role === 'banner') return true
  if (element.tag !== 'footer' && element.tag !== 'header') return false
  for (let above = element.parent; above; above = above.parent) {
    if (above.tag === 'article' || above.tag === 'main' || above.tag === 'section') return false
  }
  return true
}

function readLanguage(root: HtmlElement): string | undefined {
  const language = findElement(root, 'html')?.attributes.lang?.slice(0, 2).toLowerCase()
  // Templates say "en" whatever the page is written in: only another word than the default is evidence.
  return language && /^[a-z]{2}$/.test(language) && language !== 'en' ? language : undefined
}
