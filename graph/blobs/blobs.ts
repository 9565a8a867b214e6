/** Originals by the SHA-256 of their bytes. */
export interface Blobs {
  /** Durable when it resolves; writing the same content again does nothing. */
  put(hash: string, bytes: Uint8Array): Promise<void>
  get(hash: string): Promise<Uint8Array | null>
  has(hash: string): Promise<boolean>
  delete(hash: string): Promise<void>
  /** Everything stored, in no particular order, with the time it was written. */
  list(): AsyncIterable<{ hash: string; modified: Date }>
}
