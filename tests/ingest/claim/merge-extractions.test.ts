import { describe, expect, it } from 'vitest'
import { mergeExtractions } from '../../../ingest/claim/merge-extractions.ts'
import { buildEntity, buildExtraction, buildStatement } from '../../support/build-extraction.ts'

const rules = { name: 'rules', version: '1' }
const table = { name: 'table', version: '2' }

describe('mergeExtractions', () => {
  it('makes one entity of what two extractors name alike but for the legal form', () => {
    const { entities, statements } = mergeExtractions([
      { extractor: rules, extraction: buildExtraction([buildEntity({ key: 'a', name: 'Nordzink' })]) },
      {
        extractor: table,
        extraction: buildExtraction(
          [
            buildEntity({ key: 'a', name: 'Nordzink AB', country: 'SE' }),
            buildEntity({ key: 'b', type: 'City', name: 'Luleå', worldId: 'city/1' }),
          ],
          [buildStatement({ subject: 'a', predicate: 'LOCATED_IN', object: 'b' })],
        ),
      },
    ])
    expect(entities.map(({ name, aliases, country }) => ({ name, aliases, country }))).toEqual([
      { name: 'Nordzink', aliases: ['Nordzink AB'], country: 'SE' },
      { name: 'Luleå', aliases: [], country: undefined },
    ])
    expect(statements[0]).toMatchObject({ subject: entities[0]?.key, object: entities[1]?.key, extractor: table })
  })

  it('keeps equal names of different types apart', () => {
    const { entities } = mergeExtractions([
      { extractor: rules, extraction: buildExtraction([buildEntity({ key: 'a', name: 'Lead' })]) },
      { extractor: table, extraction: buildExtraction([buildEntity({ key: 'a', name: 'Lead', type: 'Facility' })]) },
    ])
    expect(entities).toHaveLength(2)
  })

  it('does not second-guess one extractor about its own entities', () => {
    const both = [buildEntity({ key: 'a', name: 'Nordzink AB' }), buildEntity({ key: 'b', name: 'Nordzink GmbH' })]
    expect(mergeExtractions([{ extractor: rules, extraction: buildExtraction(both) }]).entities).toHaveLength(2)
  })
})
