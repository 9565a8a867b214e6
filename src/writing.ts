import type { Services } from './services.ts'

/** What changes the graph and its index. It may run in a thread of its own, so that answers never wait for it. */
export type Writing = Pick<Services, 'ingest' | 'withdraw' | 'followOutbox'>
