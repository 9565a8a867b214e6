import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { SourceDocument } from '../../ingest/read/source-document.ts'
import { type FoundSource, loadSource, type RefusedSource, walkSources } from './walk-sources.ts'

export interface LoadOptions {
  /** Stands before each source name like a folder; "/" is put between where it does not end in one. */
  prefix?: string
  /** Files that are not documents, wherever they lie: the mapping the others are read by. */
  except?: readonly string[]
  /** Hears of each file that cannot be taken. */
  refuse: (refused: RefusedSource) => void
  /**
   * Two files that would be the same source are not both taken, because in a graph the second would silently revise the
   * first. Where nothing is kept, both may be.
   */
  allowSameSource?: boolean
}

/** Loads the files below the given paths one after the other, as the consumer asks for them. */
export async function* loadSources(
  paths: readonly string[],
  { prefix = '', except = [], refuse, allowSameSource = false }: LoadOptions,
): AsyncGenerator<SourceDocument & Pick<FoundSource, 'path'>> {
  const taken = new Map<string, string>()
  const folder = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`
  const skipped = new Set(await Promise.all(except.map(resolveFile)))
  for await (const walked of walkSources(paths)) {
    const source = folder + walked.source
    if ('problem' in walked) {
      refuse({ source, problem: walked.problem })
      continue
    }
    if (skipped.size > 0 && skipped.has(await resolveFile(walked.path))) continue
    const earlier = taken.get(source)
    if (earlier === walked.path) continue
    if (earlier !== undefined && !allowSameSource) {
      refuse({
        source,
        problem: {
          code: 'source-taken',
          message: `${walked.path} would be the same source as ${earlier}. Ingest them apart, one of them with --as PREFIX.`,
          origin: 'read',
          fatal: true,
        },
      })
      continue
    }
    taken.set(source, walked.path)
    const loaded = await loadSource({ source, path: walked.path })
    if ('problem' in loaded) refuse(loaded)
    else yield { ...loaded, path: walked.path }
  }
}

/** The file itself, whichever link or relative path leads to it. */
async function resolveFile(path: string): Promise<string> {
  return await realpath(path).catch(() => resolve(path))
}
