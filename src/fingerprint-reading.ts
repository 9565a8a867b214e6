import type { Thesaurus } from '../graph/thesaurus/thesaurus.ts'
import { READING_VERSIONS } from '../ingest/reading-versions.ts'
import type { PrepareOptions } from './compose-prepare.ts'

/** Names all that a reading depends on besides the bytes: reader, extractors, thesaurus, column mapping. */
export function fingerprintReading(
  thesaurus: Pick<Thesaurus, 'version'>,
  { mapping }: Pick<PrepareOptions, 'mapping'> = {},
): string {
  const parts = Object.entries({ ...READING_VERSIONS, thesaurus: thesaurus.version }).map(
    ([name, version]) => `${name}@${version}`,
  )
  return [...parts, ...(mapping ? [JSON.stringify(mapping)] : [])].join(' ')
}
