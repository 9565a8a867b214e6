import { expect, it } from 'vitest'
import { goldLabels } from '../../../src/evaluate/gold-label.ts'
import { judgeStatements } from '../../../src/evaluate/judge-statements.ts'
import { buildEntity, buildExtraction, buildStatement } from '../../support/build-extraction.ts'

const labels = goldLabels.parse({
  entities: [
    { type: 'Enterprise', name: 'Velmora GmbH', aliases: ['Velmora'] },
    { type: 'City', name: 'Essen' },
    { type: 'City', name: 'Bremen' },
  ],
  relations: [
    { subject: 'Velmora GmbH', predicate: 'LOCATED_IN', object: 'Essen' },
    { subject: 'Velmora GmbH', predicate: 'LOCATED_IN', object: 'Bremen', optional: true },
    { subject: 'Velmora GmbH', predicate: 'CAPACITY', object: '5,000 tonnes a year' },
  ],
})
const entities = [
  buildEntity({ key: 'a', name: 'Velmora' }),
  buildEntity({ key: 'b', type: 'City', name: 'Essen' }),
  buildEntity({ key: 'c', type: 'City', name: 'Bremen' }),
  buildEntity({ key: 'd', type: 'City', name: 'Pune' }),
]
const located = (object: string) => buildStatement({ subject: 'a', predicate: 'LOCATED_IN', object })
const judge = (...statements: Parameters<typeof buildExtraction>[1] & object) =>
  judgeStatements(labels, buildExtraction(entities, statements)).map(({ statement, right }) => [
    statement.object ?? statement.value?.text,
    right,
  ])

it('tells right from wrong and leaves out what the labels leave open', () => {
  expect(judge(located('b'), located('c'), located('d'))).toEqual([
    ['b', true],
    ['d', false],
  ])
})

it('takes a capacity for right where either form of it is labelled', () => {
  const value = { kind: 'quantity' as const, text: '5,000 t/a', value: 5000, unit: 't' }
  expect(judge(buildStatement({ subject: 'a', predicate: 'capacity', value }))).toEqual([['5,000 t/a', true]])
})

it('leaves out what the text denies', () => {
  expect(judge({ ...located('d'), modality: 'negated' })).toEqual([])
})
