import type { Blobs } from '../graph/blobs/blobs.ts'
import type { GraphCounts, GraphRecord, GraphStore } from '../graph/store/graph-store.ts'
import type { Thesaurus } from '../graph/thesaurus/thesaurus.ts'
import type { IngestProgress, IngestReport } from '../ingest/ingest-report.ts'
import type { SourceDocument } from '../ingest/read/source-document.ts'
import type { OriginalFinding } from './check-originals.ts'
import type { LegalityAnswer, LegalityRequest } from './legality/legality.ts'
import type { MatchAnswer, MatchRequest } from './match/match.ts'
import type { WhyNotAnswer, WhyNotRequest } from './match/why-not.ts'
import type { SearchIndex } from './search/search-index.ts'
import type { AnalysedSearchAnswer, SearchQuery } from './search/search-query.ts'

/** Everything the doors (command line, GraphQL) may ask for. Made by `compose.ts`, closed by its maker. */
export interface Services {
  store: GraphStore
  blobs: Blobs
  index: SearchIndex
  thesaurus: Thesaurus
  /** Reads, resolves, plans and applies one document after the other, reports each, and brings the search index up to date. */
  ingest(sources: AsyncIterable<SourceDocument>, options?: IngestOptions): AsyncIterable<IngestReport>
  withdraw(documentId: string, options?: Pick<IngestOptions, 'onLag'>): Promise<IngestReport>
  search(query: SearchQuery): Promise<AnalysedSearchAnswer>
  match(request: MatchRequest): Promise<MatchAnswer>
  /** Why a technology, plant or firm is not among the matches of a need, and what would change it. */
  whyNot(request: WhyNotRequest): Promise<WhyNotAnswer>
  /** Whether a waste may be shipped from one country to another. Never throws over what was asked. */
  legality(request: LegalityRequest): Promise<LegalityAnswer>
  /** Reads an export into the empty graph, and remembers that its originals stayed where it was made. */
  import(records: AsyncIterable<GraphRecord>): Promise<GraphCounts>
  /** Originals that are missing or damaged. Those no document refers to are removed when `repair` is set. */
  checkOriginals(repair?: boolean): AsyncIterable<OriginalFinding>
  /** Delivers what waits in the outbox to the index; resolves with the number of records changed. */
  followOutbox(): Promise<number>
  close(): Promise<void>
}

export interface IngestOptions {
  /** Plans only; the report carries the plan. */
  dryRun?: boolean
  onProgress?: (progress: IngestProgress) => void
  /** What a report says of a failure that kept a document out; its message unless given. Messages may name files of this machine. */
  explain?: (error: unknown) => string | Promise<string>
  /** Hears why the search index could not follow what was kept; it catches up later. Without it, the failure comes through. */
  onLag?: (error: unknown) => void
  signal?: AbortSignal
}
