import type { Thesaurus } from '../graph/thesaurus/thesaurus.ts'
import { fingerprintConfidence } from '../ingest/extract/confidence/fingerprint-confidence.ts'
import { READING_VERSIONS } from '../ingest/reading-versions.ts'

/** Names all that every reading depends on besides the bytes: reader, extractors, the weights of confidence, thesaurus. */
export function fingerprintReading(thesaurus: Pick<Thesaurus, 'version'>): string {
  return Object.entries({ ...READING_VERSIONS, confidence: fingerprintConfidence(), thesaurus: thesaurus.version })
    .map(([name, version]) => `${name}@${version}`)
    .join(' ')
}
