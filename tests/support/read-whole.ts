import type { Finding, GraphRecord, GraphStore } from '../../graph/store/graph-store.ts'

/** The whole export, a JSON line each: equal for equal graphs. */
export async function exportLines(store: GraphStore): Promise<string[]> {
  return (await exportRecords(store)).map((record) => JSON.stringify(record))
}

export async function exportRecords(store: GraphStore): Promise<GraphRecord[]> {
  const records: GraphRecord[] = []
  for await (const record of store.export()) records.push(record)
  return records
}

export async function findings(store: GraphStore): Promise<Finding[]> {
  const found: Finding[] = []
  for await (const finding of store.check()) found.push(finding)
  return found
}

export async function* streamOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
