import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { composeDocx } from './compose-docx.ts'
import { composeWorkbook, type WorkbookSource } from './compose-workbook.ts'
import { encodeText } from './encode-text.ts'
import { parseSource } from './parse-source.ts'
import { typesetPdf } from './typeset-pdf.ts'

/** How a source becomes a file of the library: by the end of its name. */
const BUILDERS: { from: string; to: string; build: (text: string) => Promise<Uint8Array> | Uint8Array }[] = [
  { from: '.pdf.md', to: '.pdf', build: (text) => typesetPdf(parseSource(text)) },
  { from: '.docx.md', to: '.docx', build: (text) => composeDocx(parseSource(text)) },
  { from: '.xlsx.json', to: '.xlsx', build: (text) => composeWorkbook(JSON.parse(text) as WorkbookSource) },
  { from: '.gb18030.txt', to: '.txt', build: (text) => encodeText(text, 'gb18030') },
  { from: '.utf16.txt', to: '.txt', build: (text) => encodeText(text, 'utf-16') },
  { from: '.latin1.txt', to: '.txt', build: (text) => encodeText(text, 'latin1') },
]

/** Builds every example that is not written by hand. The same sources always give the same bytes. */
export async function buildLibrary(sources: string): Promise<Map<string, Uint8Array>> {
  const built = new Map<string, Uint8Array>()
  for (const name of (await readdir(sources)).sort()) {
    const builder = BUILDERS.find(({ from }) => name.endsWith(from))
    if (!builder)
      throw new Error(
        `${name}: a source ends in ${BUILDERS.map(({ from }) => from).join(', ')}; rename it or add a builder.`,
      )
    const text = await readFile(join(sources, name), 'utf8')
    built.set(name.slice(0, -builder.from.length) + builder.to, await builder.build(text))
  }
  return built
}
