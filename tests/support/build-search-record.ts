import type { SearchRecord } from '../../src/search/search-index.ts'

/** A record with everything the test does not care about filled in. */
export function buildSearchRecord(given: Partial<SearchRecord> & { id: string }): SearchRecord {
  const type = given.type ?? 'Enterprise'
  return {
    name: given.id,
    aliases: [],
    text: '',
    concepts: [],
    documents: [`${given.id}.txt`],
    weight: 0.5,
    ...given,
    type,
    facets: { type: [type], ...given.facets },
  }
}

export async function* streamRecords(records: Iterable<SearchRecord>): AsyncIterable<SearchRecord> {
  yield* records
}
