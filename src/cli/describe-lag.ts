/** What is told when the graph holds a change that the search index could not follow. `kept` says what has become of the change. */
export function describeLag(error: unknown, kept: string): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `The search index cannot follow: ${reason} ${kept}; the index catches up with the next search or ingest.\n`
}
