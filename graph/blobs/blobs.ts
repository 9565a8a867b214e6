/** Originals by the SHA-256 of their bytes. */
export interface Blobs {
  /** Durable when it resolves. Does nothing where the same content is there already; a damaged copy is replaced. */
  put(hash: string, bytes: Uint8Array): Promise<void>
  /** What is stored, unverified: whoever must be sure compares its hash. */
  get(hash: string): Promise<Uint8Array | null>
  has(hash: string): Promise<boolean>
  delete(hash: string): Promise<void>
  /** Everything stored, in no particular order, with the time it was written. */
  list(): AsyncIterable<{ hash: string; modified: Date }>
  /** Remembers originals that were never here: an import brings a graph without them. */
  forgo(hashes: AsyncIterable<string>): Promise<void>
  /** What `forgo` was given. */
  forgone(): Promise<ReadonlySet<string>>
}
