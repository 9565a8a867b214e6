import mammoth from 'mammoth'
import { addHtmlBlocks } from './html/html-blocks.ts'
import { type HtmlElement, parseHtmlTree } from './html/html-tree.ts'
import { checkPackage, type OfficePackage } from './office/check-package.ts'
import { readCoreTitle, readParagraphs } from './office/office-text.ts'
import { holdsPart, isZip } from './office/zip-archive.ts'
import { ReadFailure } from './read-failure.ts'
import type { Reader, ReaderInput } from './reader.ts'

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "br[type='page'] => hr.page",
]
/** A header or footer that holds nothing but the number of the page. */
const PAGE_NUMBER = /^\W*(?:(?:page|p\.|seite|página|第)?\s*\d*\s*(?:(?:of|\/|von|de|页|共)\s*\d*)?)\W*$/i

/** Word documents: headings, lists, tables in order; page breaks the author set; headers and footers once, as `running`. */
export const docxReader: Reader = {
  name: 'Word (DOCX)',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  extensions: ['docx', 'docm', 'dotx'],
  score({ bytes, extension }) {
    if (!isZip(bytes)) return 0
    if (holdsPart(bytes, 'word/document')) return 1
    return this.extensions.includes(extension) ? 0.6 : 0
  },
  async read(input) {
    const office = checkPackage(input.bytes, input.limits, input.deadline)
    input.builder.startPage(1)
    addRunning(office, 'header', input)
    const root = parseHtmlTree(await convert(input), input.limits.maxDepth, input.deadline)
    addHtmlBlocks(root, {
      ...input,
      dropped: findNoteLinks(root),
      isRunning: () => false,
      isPageBreak: (element) => element.tag === 'hr' && element.attributes.class === 'page',
    })
    addRunning(office, 'footer', input)
    return { title: readCoreTitle(office.readPart('docProps/core.xml')) }
  },
}

async function convert({ bytes, deadline }: ReaderInput): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap: STYLES,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    deadline.check()
    return value
  } catch (error) {
    if (error instanceof ReadFailure || error instanceof RangeError) throw error
    throw new ReadFailure(
      'office-damaged',
      'Expected a Word document, but its parts do not fit together or are cut off. Open it in Word and save it anew.',
      { cause: error },
    )
  }
}

/** Links between a note and its place in the text: their "[1]" and "↑" are marks of the conversion. */
function findNoteLinks(element: HtmlElement, found = new Set<HtmlElement>()): Set<HtmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.tag === 'a' && /^#(?:foot|end)note-/.test(child.attributes.href ?? '')) found.add(child)
    else findNoteLinks(child, found)
  }
  return found
}

function addRunning(office: OfficePackage, part: 'header' | 'footer', { builder }: ReaderInput): void {
  const said = new Set<string>()
  for (const name of office.names.filter((each) => each.startsWith(`word/${part}`) && each.endsWith('.xml')).sort()) {
    for (const paragraph of readParagraphs(office.readPart(name) ?? '')) {
      if (said.has(paragraph) || PAGE_NUMBER.test(paragraph)) continue
      said.add(paragraph)
      builder.addBlock('running', paragraph)
    }
  }
}
