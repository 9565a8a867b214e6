import type { Blobs } from '../graph/blobs/blobs.ts'
import type { Finding, GraphStore } from '../graph/store/graph-store.ts'

const PAGE = 500

/** An original younger than this may belong to a document another process is just applying. */
const SETTLED_MS = 3_600_000

/**
 * Finds documents whose original is gone. Originals that no document refers to are what an interrupted or withdrawn
 * document left behind; nobody can reach them, so they are no finding, and `repair` removes them.
 */
export async function* checkOriginals(store: GraphStore, blobs: Blobs, repair = false): AsyncGenerator<Finding> {
  const referred = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await store.listDocuments({ limit: PAGE, cursor })
    for (const { id, source, blob } of page.items) {
      referred.add(blob)
      if (!(await blobs.has(blob))) {
        yield {
          code: 'original-missing',
          id,
          message: `The original of ${source} is not in the store. Ingest the file again to bring it back.`,
        }
      }
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  if (!repair) return
  for await (const { hash, modified } of blobs.list()) {
    if (!referred.has(hash) && Date.now() - modified.getTime() > SETTLED_MS) await blobs.delete(hash)
  }
}
