import type { DocumentProblem } from '../../../graph/document.ts'
import type { IngestProgress, IngestReport } from '../../../ingest/ingest-report.ts'
import type { ApiContext } from '../api-context.ts'
import { createRequestError } from '../request-error.ts'
import { catchUserErrors, createUserError, type UserError } from '../user-error.ts'

const LONGEST_SOURCE = 500

interface IngestPayload {
  report: IngestReport | null
  errors: UserError[]
}

function checkSource(source: string): UserError[] {
  const path = ['source']
  if (source.trim() === '') {
    return [
      createUserError(
        'source-expected',
        'What the document is known by is expected, but it is empty. Give `source` or name the file.',
        path,
      ),
    ]
  }
  if (source.length > LONGEST_SOURCE) {
    return [
      createUserError(
        'too-long',
        `\`source\` is expected to have at most ${LONGEST_SOURCE} characters, but has ${source.length}.`,
        path,
      ),
    ]
  }
  if (/\p{Cc}/u.test(source) || !source.isWellFormed()) {
    return [
      createUserError(
        'source-unusable',
        '`source` is expected to be printable text, but holds control characters. Leave them out.',
        path,
      ),
    ]
  }
  return []
}

function checkFile(file: File, most: number): UserError[] {
  if (file.size <= most) return []
  const message = `A file of at most ${most} bytes is expected, but this one has ${file.size}. Split it, or ingest it with the command line.`
  return [createUserError('file-too-large', message, ['file'])]
}

async function ingestDocument(
  _: unknown,
  args: { file: File; source?: string | null },
  context: ApiContext,
): Promise<IngestPayload> {
  const { desk, limits, log } = context
  const source = (args.source ?? args.file.name ?? '').normalize('NFC')
  const errors = [...checkSource(source), ...checkFile(args.file, limits.uploadBytes)]
  if (errors.length > 0) return { report: null, errors }
  return catchUserErrors<IngestPayload>({ report: null }, ['file'], async () => {
    const bytes = new Uint8Array(await args.file.arrayBuffer())
    const report = await desk.ingest({ source, bytes, mediaType: args.file.type || undefined })
    log.info(
      { event: 'ingested', source, status: report.status, entities: report.entities, statements: report.statements },
      'A document was ingested',
    )
    return { report, errors: report.status === 'rejected' ? refuseFor(report.problems) : [] }
  })
}

/** What kept a document out, as errors of the file. */
function refuseFor(problems: readonly DocumentProblem[]): UserError[] {
  return problems.filter(({ fatal }) => fatal).map(({ code, message }) => createUserError(code, message, ['file']))
}

async function withdrawDocument(_: unknown, { id }: { id: string }, { desk, log }: ApiContext): Promise<IngestPayload> {
  return catchUserErrors<IngestPayload>({ report: null }, ['id'], async () => {
    const report = await desk.withdraw(id)
    log.info({ event: 'withdrawn', source: report.source }, 'A document was withdrawn')
    return { report, errors: [] }
  })
}

function followProgress(_: unknown, __: unknown, { progress, limits }: ApiContext) {
  if (progress.followers >= limits.subscribers) {
    throw createRequestError(
      'too-many-subscribers',
      `${limits.subscribers} clients follow the progress already. Try again later.`,
      503,
    )
  }
  return progress.follow()
}

export const ingestResolvers = {
  Mutation: { ingestDocument, withdrawDocument },
  Subscription: {
    ingestProgress: { subscribe: followProgress, resolve: (progress: IngestProgress) => progress },
  },
  IngestReport: {
    /** Read anew: a subscription lives longer than what its loaders know. */
    document: ({ id, status }: IngestReport, _: unknown, { loaders }: ApiContext) =>
      status === 'rejected' || status === 'withdrawn' ? null : loaders.document.clear(id).load(id),
  },
}
