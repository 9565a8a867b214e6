import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectClaims } from '../../../ingest/claim/document-claims.ts'
import { mergeExtractions } from '../../../ingest/claim/merge-extractions.ts'
import type { ExtractedEntity, ExtractedStatement } from '../../../ingest/extract/extraction.ts'
import { buildEntity, buildExtraction, buildRead, buildStatement } from '../../support/build-extraction.ts'

const document = { id: 'doc-1', version: 'v1' }
const extractor = { name: 'rules', version: '1' }

function collect(text: string, entities: ExtractedEntity[], statements: ExtractedStatement[]) {
  return collectClaims(
    document,
    buildRead(text),
    mergeExtractions([{ extractor, extraction: buildExtraction(entities, statements) }]),
  )
}

const company = buildEntity({ key: 'c', name: 'Nordzink AB' })
const dust = buildEntity({ key: 'd', type: 'WasteStream', name: 'steel dust', worldId: 'waste-stream/steel-dust' })

describe('collectClaims', () => {
  it('gives every claim its quote, page, extractor and rule', () => {
    const text = 'Nordzink AB treats steel dust.'
    const { statements } = collect(
      text,
      [company, dust],
      [buildStatement({ subject: 'c', predicate: 'TREATS', object: 'd', evidence: [{ start: 0, end: 30 }] })],
    )
    expect(statements[0]?.evidence).toEqual([
      {
        document: 'doc-1',
        version: 'v1',
        start: 0,
        end: 30,
        quote: text,
        page: 1,
        extractor: 'rules:built',
        extractorVersion: '1',
      },
    ])
  })

  it('keeps the id of a thing of the world and takes no names from the document for it', () => {
    const { entities } = collect('dust', [{ ...dust, aliases: ['our filthy dust'] }], [])
    expect(entities).toEqual([
      expect.objectContaining({ id: 'waste-stream/steel-dust', concept: 'waste-stream/steel-dust', aliases: [] }),
    ])
  })

  it('leaves out what the ontology forbids and says so, keeping the rest', () => {
    const { statements, problems } = collect(
      'Nordzink AB treats steel dust.',
      [company, dust],
      [
        buildStatement({ subject: 'd', predicate: 'TREATS', object: 'c' }),
        buildStatement({ subject: 'c', predicate: 'TREATS', object: 'd' }),
      ],
    )
    expect(statements).toHaveLength(1)
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'claim-refused',
        message: expect.stringContaining('WasteStream TREATS Enterprise'),
      }),
    ])
  })

  it('leaves out claims whose words lie outside the text', () => {
    const { statements, problems } = collect(
      'short',
      [company, dust],
      [buildStatement({ subject: 'c', predicate: 'TREATS', object: 'd', evidence: [{ start: 2, end: 99 }] })],
    )
    expect(statements).toEqual([])
    expect(problems[0]?.code).toBe('claim-refused')
  })

  it('says the same claim once, with all its words and the higher confidence', () => {
    const { statements } = collect(
      'Nordzink AB treats steel dust. It treats dust.',
      [company, dust],
      [
        buildStatement({
          subject: 'c',
          predicate: 'TREATS',
          object: 'd',
          confidence: 0.6,
          evidence: [{ start: 0, end: 30 }],
        }),
        buildStatement({
          subject: 'c',
          predicate: 'TREATS',
          object: 'd',
          confidence: 0.9,
          evidence: [{ start: 31, end: 46 }],
        }),
      ],
    )
    expect(statements).toHaveLength(1)
    expect(statements[0]).toMatchObject({ confidence: 0.9, evidence: [{ start: 0 }, { start: 31 }] })
  })

  it('grounds every quote for any text and any spans', () => {
    const span = fc.record({ start: fc.integer({ min: -5, max: 80 }), end: fc.integer({ min: -5, max: 80 }) })
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.array(span, { maxLength: 4 }),
        (text, evidence) => {
          const { statements } = collect(
            text,
            [company, dust],
            [buildStatement({ subject: 'c', predicate: 'TREATS', object: 'd', evidence })],
          )
          for (const { evidence: found } of statements) {
            for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote)
            expect(found.length).toBeGreaterThan(0)
          }
        },
      ),
    )
  })
})
