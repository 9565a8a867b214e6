import type { Blobs } from '../graph/blobs/blobs.ts'
import type { DocumentRecord } from '../graph/document.ts'
import { GraphError } from '../graph/graph-error.ts'
import { hashContent } from '../graph/identity.ts'
import type { Finding, GraphStore } from '../graph/store/graph-store.ts'
import { countThings } from './count-things.ts'

const PAGE = 500

/** An original younger than this may belong to a document another process is just applying. */
const SETTLED_MS = 3_600_000

export interface OriginalFinding extends Finding {
  /** Nothing is wrong; good to know all the same. */
  note?: true
}

/**
 * Finds documents whose original is gone or is no longer what was ingested, by the hash of its bytes. Originals an import
 * came without are one note. Originals that no document refers to are what an interrupted or revised document left
 * behind; nobody can reach them, so they are no finding, and `repair` removes them.
 */
export async function* checkOriginals(
  store: GraphStore,
  blobs: Blobs,
  repair = false,
): AsyncGenerator<OriginalFinding> {
  const referred = new Set<string>()
  const forgone = await blobs.forgone()
  let imported = 0
  for await (const { id, source, blob } of listDocuments(store)) {
    referred.add(blob)
    const found = await inspect(blobs, blob, source)
    if (found?.code === 'original-missing' && forgone.has(blob)) imported++
    else if (found) yield { ...found, id }
  }
  if (imported > 0) {
    yield {
      code: 'originals-not-imported',
      message: `${countThings(imported, 'document')} came by import, without the original file. The graph is whole without it. To have the originals too, copy the folder originals/ from where the export was made, or ingest the files again.`,
      note: true,
    }
  }
  if (!repair) return
  await sweepOriginals(blobs, referred)
}

/**
 * Removes the original of a document that was withdrawn, unless another document came from the same bytes, and what earlier
 * versions left behind.
 */
export async function removeOriginal(store: GraphStore, blobs: Blobs, withdrawn: string): Promise<void> {
  const referred = new Set<string>()
  for await (const { blob } of listDocuments(store)) referred.add(blob)
  await sweepOriginals(blobs, referred)
  if (!referred.has(withdrawn)) await blobs.delete(withdrawn)
}

async function sweepOriginals(blobs: Blobs, referred: ReadonlySet<string>): Promise<void> {
  for await (const { hash, modified } of blobs.list()) {
    if (!referred.has(hash) && Date.now() - modified.getTime() > SETTLED_MS) await blobs.delete(hash)
  }
}

/** After an import: its originals were never here, which is no loss to be found. */
export async function forgoOriginals(store: GraphStore, blobs: Blobs): Promise<void> {
  async function* missing() {
    for await (const { blob } of listDocuments(store)) if (!(await blobs.has(blob))) yield blob
  }
  await blobs.forgo(missing())
}

async function inspect(blobs: Blobs, blob: string, source: string): Promise<Finding | null> {
  const mend = 'Ingest the file again to bring it back.'
  try {
    const bytes = await blobs.get(blob)
    if (!bytes) return { code: 'original-missing', message: `The original of ${source} is not in the store. ${mend}` }
    if (hashContent(bytes) === blob) return null
    return {
      code: 'original-damaged',
      message: `The original of ${source} is no longer what was ingested: its bytes have another hash. ${mend}`,
    }
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    return { code: 'original-unreadable', message: `The original of ${source} cannot be read. ${error.message}` }
  }
}

async function* listDocuments(store: GraphStore): AsyncGenerator<DocumentRecord> {
  let cursor: string | undefined
  do {
    const page = await store.listDocuments({ limit: PAGE, cursor })
    yield* page.items
    cursor = page.cursor
  } while (cursor !== undefined)
}
