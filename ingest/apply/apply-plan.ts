import type { Blobs } from '../../graph/blobs/blobs.ts'
import type { GraphPlan } from '../../graph/graph-plan.ts'
import type { GraphStore } from '../../graph/store/graph-store.ts'

/**
 * Performs a plan: the only place ingestion writes. The original is stored first, so that a document in the graph always
 * has one; an original that a crash leaves without its document is unreachable and swept by `cupel check`.
 */
export async function applyPlan(
  store: GraphStore,
  blobs: Blobs,
  plan: GraphPlan,
  original: Uint8Array | null,
): Promise<void> {
  if (original) await blobs.put(plan.document.blob, original)
  await store.apply(plan)
}
