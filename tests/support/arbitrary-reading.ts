import fc from 'fast-check'
import type { SourceEntity } from '../../graph/entity.ts'
import { type Claim, judged, named, type Reading, tonnes, worldly } from './build-reading.ts'

export const SOURCES = ['a.txt', 'b.txt', 'c.txt', 'd.txt'] as const

/** Every document calls things of the world its own way, and they must not get in each other's. */
const arbitraryForm = fc.record({
  name: fc.constantFrom('zinc', 'Zn', 'spelter'),
  aliases: fc.subarray(['Zink', 'zinco', 'Zn metal']),
})
const arbitraryMetal = fc
  .tuple(fc.constantFrom('metal/zinc', 'metal/lead'), arbitraryForm)
  .map(([id, form]) => worldly(id, 'Metal', form.name, { aliases: form.aliases }))
const arbitraryWaste = arbitraryForm.map((form) =>
  worldly('waste-stream/dust', 'WasteStream', `${form.name} dust`, { aliases: form.aliases }),
)

function arbitraryWorks(source: string): fc.Arbitrary<SourceEntity> {
  return fc
    .tuple(fc.constantFrom('Zinkwerk', 'Hütte'), fc.subarray(['ZW', 'Werk']), fc.constantFrom('DE', undefined))
    .map(([name, aliases, country]) => named(source, 'Enterprise', name, { aliases, ...(country ? { country } : {}) }))
}

function arbitraryClaim(source: string): fc.Arbitrary<Claim> {
  const works = arbitraryWorks(source)
  const said = {
    confidence: fc.constantFrom(0.5, 0.7, 0.9),
    modality: fc.constantFrom('asserted' as const, 'planned' as const),
  }
  const amount = fc.constantFrom('5 t', '5.0 t', 'five tonnes').map((text) => tonnes(5, text))
  return fc.oneof(
    fc.record({
      ...said,
      subject: arbitraryWaste,
      predicate: fc.constant('CONTAINS' as const),
      object: arbitraryMetal,
    }),
    fc.record({ ...said, subject: arbitraryWaste, predicate: fc.constant('waste_generation' as const), value: amount }),
    fc.record({ ...said, subject: works, predicate: fc.constant('RECOVERS' as const), object: arbitraryMetal }),
    fc.record({ ...said, subject: works, predicate: fc.constant('capacity' as const), value: amount }),
  )
}

/** A document of a small world, in which documents share entities and statements, revise each other's and come and go. */
export const arbitraryReading: fc.Arbitrary<Reading> = fc.constantFrom(...SOURCES).chain((source) =>
  fc
    .record({
      source: fc.constant(source),
      claims: fc.array(arbitraryClaim(source), { maxLength: 4 }),
      entities: fc.array(fc.oneof(arbitraryMetal, arbitraryWorks(source)), { maxLength: 3 }),
      fingerprint: fc.constantFrom('test-1', 'test-2'),
      preface: fc.constantFrom('', 'Revised. '),
      own: fc.boolean(),
    })
    .map(({ own, ...reading }) => (own ? judgeOwn(reading) : reading)),
)

/** A rule's judgement between two entities of the same document, which it may later drop. */
function judgeOwn(reading: Reading): Reading {
  const [zinkwerk, huette] = ['Zinkwerk', 'Hütte'].map((name) => named(reading.source, 'Enterprise', name)) as [
    SourceEntity,
    SourceEntity,
  ]
  return {
    ...reading,
    entities: [...(reading.entities ?? []), zinkwerk, huette],
    judgements: [judged(zinkwerk, huette, 'same')],
  }
}
