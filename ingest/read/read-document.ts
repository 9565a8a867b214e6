import type { DocumentProblem } from '../../graph/document.ts'
import { chooseReader, READERS, readerOfExtension } from './choose-reader.ts'
import { chooseTitle } from './choose-title.ts'
import { takeSample } from './content-sample.ts'
import { createDeadline } from './deadline.ts'
import { detectLanguage } from './detect-language.ts'
import { createDocumentBuilder } from './document-builder.ts'
import { nameContent } from './name-content.ts'
import { ReadFailure } from './read-failure.ts'
import type { ContentSample, Reader, ReaderInput, ReadMetadata } from './reader.ts'
import { DEFAULT_READ_LIMITS, type ReadDocument, type ReadLimits, type SourceDocument } from './source-document.ts'

/**
 * Reads a source into normalised text in reading order. Never rejects: what cannot be read comes back with empty text and
 * one `fatal` problem whose code is a `ReadFailureCode`; what could be read with reservations has non-fatal problems.
 */
export async function readDocument(source: SourceDocument, limits?: Partial<ReadLimits>): Promise<ReadDocument> {
  const kept = { ...DEFAULT_READ_LIMITS, ...limits }
  const problems: DocumentProblem[] = []
  const report = (problem: Omit<DocumentProblem, 'origin'>) => problems.push({ ...problem, origin: 'read' })
  let reader: Reader | null = null
  try {
    checkSize(source, kept)
    const sample = takeSample(source)
    reader = chooseReader(sample)
    if (!reader) throw refuseFormat(source)
    compareExtension(sample, reader, report)
    const builder = createDocumentBuilder()
    const metadata = await readInTime(reader, {
      bytes: source.bytes,
      extension: sample.extension,
      charset: source.mediaType?.match(/charset\s*=\s*["']?([\w.:-]+)/i)?.[1],
      limits: kept,
      deadline: createDeadline(kept.maxMilliseconds),
      builder,
      report,
    })
    const built = builder.finish()
    if (!built.text) throw new ReadFailure('empty', 'Expected text, found only white space or markup. Nothing to read.')
    return {
      source: source.source,
      title: chooseTitle(source.source, built.text, built.passages, metadata.title),
      language: metadata.language ?? detectLanguage(built.text),
      mediaType: reader.mediaTypes[0] as string,
      ...built,
      problems,
    }
  } catch (error) {
    const failure = explainFailure(error, reader)
    report({
      code: failure.code,
      message: failure.message,
      fatal: true,
      ...(failure.line ? { line: failure.line } : {}),
    })
    return {
      source: source.source,
      title: chooseTitle(source.source, '', []),
      language: 'und',
      mediaType: reader?.mediaTypes[0] ?? source.mediaType ?? 'application/octet-stream',
      text: '',
      pages: [],
      sections: [],
      passages: [],
      problems,
    }
  }
}

function checkSize({ bytes }: SourceDocument, limits: ReadLimits): void {
  if (bytes.length === 0)
    throw new ReadFailure('empty', 'The file is empty: it has no bytes. Check how it was saved or sent.')
  if (bytes.length > limits.maxBytes) {
    throw new ReadFailure(
      'too-large',
      `The file has ${bytes.length} bytes, the limit is ${limits.maxBytes}. Split it or raise maxBytes.`,
    )
  }
}

function refuseFormat({ bytes }: SourceDocument): ReadFailure {
  const { name, hint } = nameContent(bytes)
  const formats = READERS.map((reader) => reader.name).join(', ')
  return new ReadFailure('unknown-format', `Expected one of ${formats}; this is ${name}. ${hint}`)
}

function compareExtension(sample: ContentSample, reader: Reader, report: ReaderInput['report']): void {
  if (reader.extensions.includes(sample.extension)) return
  const promised = readerOfExtension(sample.extension)
  if (!promised || promised === reader) return
  report({
    code: 'wrong-extension',
    message: `The name ends in .${sample.extension} (${promised.name}), the content is ${reader.name} and was read as that. Rename it to .${reader.extensions[0]}.`,
  })
}

/** Checkpoints stop a busy reader; this also stops one that waits. */
async function readInTime(reader: Reader, input: ReaderInput): Promise<ReadMetadata> {
  let timer: NodeJS.Timeout | undefined
  const expiry = new Promise<never>((_, reject) => {
    const expire = () => {
      try {
        input.deadline.check()
      } catch (error) {
        reject(error)
      }
    }
    timer = setTimeout(expire, input.limits.maxMilliseconds + 50)
  })
  try {
    return await Promise.race([reader.read(input), expiry])
  } finally {
    clearTimeout(timer)
  }
}

/** A surprise in a reader or its library spoils one document, never the batch. */
function explainFailure(error: unknown, reader: Reader | null): ReadFailure {
  if (error instanceof ReadFailure) return error
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    return new ReadFailure('too-deep', 'The content is nested too deeply to be read. Flatten it.', { cause: error })
  }
  return new ReadFailure(
    'reader-failed',
    `Expected a sound ${reader?.name ?? 'document'} file; this one could not be read to its end. Open it in its program and save it anew; if it is sound there, please report it with the file.`,
    { cause: error },
  )
}
