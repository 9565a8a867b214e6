import type { Thesaurus } from '../graph/thesaurus/thesaurus.ts'
import { READING_VERSIONS } from '../ingest/reading-versions.ts'

/** Names all that every reading depends on besides the bytes: reader, extractors, thesaurus. */
export function fingerprintReading(thesaurus: Pick<Thesaurus, 'version'>): string {
  return Object.entries({ ...READING_VERSIONS, thesaurus: thesaurus.version })
    .map(([name, version]) => `${name}@${version}`)
    .join(' ')
}
