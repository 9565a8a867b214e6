import { createHash } from 'node:crypto'
import type { GraphRecord } from './graph-store.ts'

/** Counts the lines of an export and hashes them as they are written: one JSON record a line, the footer left out. */
export class ExportChecksum {
  private readonly hash = createHash('sha256')
  private records = 0

  add(record: GraphRecord): void {
    this.records += 1
    this.hash.update(`${JSON.stringify(record)}\n`)
  }

  footer(): Extract<GraphRecord, { kind: 'footer' }> {
    return { kind: 'footer', records: this.records, checksum: this.hash.copy().digest('hex') }
  }
}
