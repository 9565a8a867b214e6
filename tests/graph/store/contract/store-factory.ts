import type { GraphStore } from '../../../../graph/store/graph-store.ts'

/** An empty store of the adapter under test, gone with its handle. */
export type OpenStore = () => Promise<AsyncDisposable & { store: GraphStore }>
