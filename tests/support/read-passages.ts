import { readDocument } from '../../ingest/read/read-document.ts'
import type { PassageKind, ReadDocument, ReadLimits } from '../../ingest/read/source-document.ts'

/** Reads bytes or text under a name. */
export function readBytes(
  source: string,
  content: Uint8Array | string,
  limits?: Partial<ReadLimits>,
): Promise<ReadDocument> {
  return readDocument({ source, bytes: typeof content === 'string' ? Buffer.from(content) : content }, limits)
}

/** The passages' words, of one kind or of all. */
export function passageTexts(read: ReadDocument, kind?: PassageKind): string[] {
  return read.passages
    .filter((passage) => !kind || passage.kind === kind)
    .map((passage) => read.text.slice(passage.start, passage.end))
}

/** The rows of all tables, cell by cell. */
export function tableRows(read: ReadDocument): string[][] {
  return read.passages
    .filter((passage) => passage.cells)
    .map((passage) => (passage.cells ?? []).map((cell) => read.text.slice(cell.start, cell.end)))
}

export function problemCodes(read: ReadDocument): string[] {
  return read.problems.map((problem) => problem.code)
}

export function fatalCode(read: ReadDocument): string | undefined {
  return read.problems.find((problem) => problem.fatal)?.code
}
