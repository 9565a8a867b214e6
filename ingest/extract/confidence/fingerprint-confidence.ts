import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashContent } from '../../../graph/identity.ts'
import { packageRoot } from '../../../graph/package-root.ts'

/** The model that `npm run fit-confidence` writes. */
export function confidenceFile(): string {
  return join(packageRoot(import.meta.url), 'graph', 'confidence', 'statement-confidence.json')
}

/**
 * Names what confidence depends on: 12 hexadecimal digits of a hash over bias and weights, not over how they were found.
 * Apart from the model, so that comparing fingerprints loads no extractor.
 */
export function fingerprintConfidence(file = confidenceFile()): string {
  const { bias, weights } = JSON.parse(readFileSync(file, 'utf8'))
  return hashContent(JSON.stringify({ bias, weights })).slice(0, 12)
}
