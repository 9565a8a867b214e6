import type { SourceDocument } from '../../ingest/read/source-document.ts'
import { loadSource, type RefusedSource, walkSources } from './walk-sources.ts'

/**
 * Loads the files below the given paths one after the other, as the consumer asks for them; `refuse` hears of each that
 * cannot be taken. Two files that would be the same source are not both taken: the second would silently revise the first.
 */
export async function* loadSources(
  paths: readonly string[],
  prefix: string,
  refuse: (refused: RefusedSource) => void,
): AsyncGenerator<SourceDocument> {
  const taken = new Map<string, string>()
  for await (const walked of walkSources(paths)) {
    const source = prefix + walked.source
    if ('problem' in walked) {
      refuse({ source, problem: walked.problem })
      continue
    }
    const earlier = taken.get(source)
    if (earlier !== undefined) {
      if (earlier !== walked.path)
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
    else yield loaded
  }
}
