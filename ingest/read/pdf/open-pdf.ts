import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { ReadFailure } from '../read-failure.ts'

/**
 * Opens a PDF with the pdf.js inside pdf-parse, one copy in a process. Fonts are never drawn, so nothing of the system is looked up and no code of the file is run.
 * Throws `pdf-encrypted` where a password is needed and `pdf-damaged` where pdf.js finds no document; a PDF whose owner
 * only forbids copying or printing opens.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { PDFParse, VerbosityLevel } = await loadParser()
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const parser = new PDFParse({
    // pdf.js takes the buffer for itself.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: join(root, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(root, 'standard_fonts/'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
  })
  try {
    // biome-ignore lint/complexity/useLiteralKeys: the parser keeps the document to itself, and its own text loses the places of the words.
    return (await parser['load']()) as unknown as PDFDocumentProxy
  } catch (error) {
    await parser.destroy()
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new ReadFailure(
        'pdf-encrypted',
        'The PDF is encrypted and asks for a password. Save it without one and read it again.',
        {
          cause: error,
        },
      )
    }
    throw new ReadFailure(
      'pdf-damaged',
      'Expected a whole PDF; this one is cut off or its structure is broken. Get it again from where it came from, or open it in a viewer and print it to a new PDF.',
      { cause: error },
    )
  }
}

let loading: Promise<typeof import('pdf-parse')> | undefined

/** Loaded at the first PDF: it is the largest library we have. */
function loadParser(): Promise<typeof import('pdf-parse')> {
  loading ??= import('pdf-parse')
  return loading
}
