import { randomUUID } from 'node:crypto'
import { buildWithDependents, type RecordSources } from './build-record.ts'
import { reindex } from './reindex.ts'
import { SearchError } from './search-error.ts'
import type { SearchIndex } from './search-index.ts'

/** Claimed at once: enough to spare what leans on several of them, few enough to be done well within a lease. */
const BATCHES_CLAIMED = 10

export interface FollowOptions {
  /** Who holds the lease; a fresh name by default. */
  worker?: string
  /** Entries built and delivered together. */
  batch?: number
  /** How long the entries in hand are ours. Past it, another may deliver them again, which changes nothing. */
  leaseMs?: number
}

/**
 * Brings the index up to date with what the store queued; resolves with the number of records written and removed. An entry is dropped
 * only after the index has it: where the index fails, the error comes through, and the entries wait for the next call.
 */
export async function followOutbox(
  sources: RecordSources & { index: SearchIndex },
  { worker = `index-${randomUUID()}`, batch = 200, leaseMs = 60_000 }: FollowOptions = {},
): Promise<number> {
  const { store, index } = sources
  // An index made anew knows nothing of what was delivered before.
  if (await index.needsRebuild()) await fillAnew(sources)
  let changed = 0
  for (;;) {
    const claimed = await store.claimOutbox(worker, batch * BATCHES_CLAIMED, leaseMs)
    if (claimed.length === 0) return changed
    // What was queued before the claim is seen by every record built since: one that leans on many of them is built once.
    const fresh = new Set(claimed.filter(({ kind }) => kind === 'entity').map(({ id }) => id))
    for (let from = 0; from < claimed.length; from += batch) {
      const entries = claimed.slice(from, from + batch)
      const records = await buildWithDependents(sources, entries, fresh)
      await index.apply(records)
      await store.acknowledgeOutbox(
        worker,
        entries.map(({ sequence }) => sequence),
      )
      changed += records.upsert.length + records.remove.length
    }
  }
}

/** Where another process began to fill the same index meanwhile, it goes on and this one need not. */
async function fillAnew(sources: RecordSources & { index: SearchIndex }): Promise<void> {
  try {
    await reindex(sources)
  } catch (error) {
    if (!(error instanceof SearchError && error.code === 'rebuild-superseded')) throw error
  }
}
