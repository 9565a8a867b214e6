import { addTable } from './add-table.ts'
import type { DocumentBuilder } from './document-builder.ts'
import { findListMarker } from './list-marker.ts'
import { arrangePages } from './pdf/arrange-pages.ts'
import { blockPieces } from './pdf/build-blocks.ts'
import type { PdfBlock } from './pdf/flow-pages.ts'
import { openPdf } from './pdf/open-pdf.ts'
import { type PageRuns, takeRuns } from './pdf/text-run.ts'
import { ReadFailure } from './read-failure.ts'
import type { Reader, ReaderInput, ReadMetadata } from './reader.ts'

/** PDF by the places of its text: columns in reading order, tables as rows, running headers and footers told apart. */
export const pdfReader: Reader = {
  name: 'PDF',
  mediaTypes: ['application/pdf'],
  extensions: ['pdf'],
  score({ bytes, extension }) {
    if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).includes('%PDF-')) return 1
    return extension === 'pdf' && bytes.length > 0 ? 0.2 : 0
  },
  async read(input) {
    const { pages, metadata } = await takePages(input)
    reportEmptyPages(pages, input)
    const { blocks, vocabulary, levelOf } = arrangePages(pages, input.deadline)
    let page = 0
    for (const block of blocks) {
      while (page < block.page) input.builder.startPage(++page)
      addBlock(block)
    }
    while (page < pages.length) input.builder.startPage(++page)
    return metadata

    function addBlock(block: PdfBlock): void {
      const { builder, deadline } = input
      if (block.kind === 'table') {
        addTable(builder, block.rows, deadline, 'possible')
        return
      }
      const pieces = blockPieces(block.lines, vocabulary)
      if (block.kind === 'heading') builder.addHeading(pieces.map((piece) => piece.text).join(''), levelOf(block.size))
      else if (block.kind === 'paragraph') addParagraph(builder, pieces)
      else builder.addBlock(block.kind, pieces)
    }
  },
}

function addParagraph(builder: DocumentBuilder, pieces: ReturnType<typeof blockPieces>): void {
  const first = pieces[0]
  const marker = first ? findListMarker(first.text) : null
  if (first && marker?.kind === 'bullet') first.text = first.text.slice(marker.length)
  builder.addBlock(marker ? 'list-item' : 'paragraph', pieces)
}

async function takePages({
  bytes,
  limits,
  deadline,
}: ReaderInput): Promise<{ pages: PageRuns[]; metadata: ReadMetadata }> {
  const document = await openPdf(bytes)
  try {
    if (document.numPages > limits.maxPages) {
      throw new ReadFailure(
        'too-many-pages',
        `The PDF has ${document.numPages} pages, the limit is ${limits.maxPages}. Split it or raise maxPages.`,
      )
    }
    const pages: PageRuns[] = []
    for (let number = 1; number <= document.numPages; number++) {
      deadline.check()
      const page = await document.getPage(number)
      pages.push(await takeRuns(page))
      page.cleanup()
    }
    const { info } = await document.getMetadata()
    const title = (info as { Title?: unknown }).Title
    return { pages, metadata: typeof title === 'string' ? { title } : {} }
  } finally {
    await document.destroy()
  }
}

function reportEmptyPages(pages: readonly PageRuns[], { report }: ReaderInput): void {
  const empty = pages.filter((page) => page.groups.length === 0)
  if (empty.length === pages.length) {
    throw new ReadFailure(
      'no-text',
      `None of the ${pages.length} pages holds text: they are images or drawings. Run text recognition (OCR) over the PDF and read it again.`,
    )
  }
  for (const { page } of empty) {
    report({
      code: 'page-without-text',
      message: `Page ${page} holds no text: it is blank or an image. If words are seen on it, run text recognition (OCR).`,
      page,
    })
  }
}
