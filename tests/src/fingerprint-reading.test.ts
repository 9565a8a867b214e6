import { expect, it } from 'vitest'
import { fingerprintConfidence } from '../../ingest/extract/confidence/fingerprint-confidence.ts'
import { READING_VERSIONS } from '../../ingest/reading-versions.ts'
import { fingerprintReading } from '../../src/fingerprint-reading.ts'

it('names reader, extractors, weights of confidence and thesaurus', () => {
  const { read, rules, table } = READING_VERSIONS
  expect(fingerprintReading({ version: '9' }).split(' ').sort()).toEqual([
    `confidence@${fingerprintConfidence()}`,
    `read@${read}`,
    `rules@${rules}`,
    `table@${table}`,
    'thesaurus@9',
  ])
})
