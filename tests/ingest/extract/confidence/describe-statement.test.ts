import { expect, it } from 'vitest'
import { loadConfidenceModel, weighFeatures } from '../../../../ingest/extract/confidence/confidence-model.ts'
import {
  describeStatement,
  indexMentions,
  toLogOdds,
} from '../../../../ingest/extract/confidence/describe-statement.ts'
import { buildEntity, buildStatement } from '../../../support/build-extraction.ts'

const at = (start: number, surface: string) => ({ start, end: start + surface.length, surface })
const works = buildEntity({
  key: 'w',
  name: 'Velmora Zinc GmbH',
  mentions: [at(0, 'Velmora'), at(90, 'Velmora Zinc GmbH')],
})
const rival = buildEntity({ key: 'r', name: 'Halden AB', mentions: [at(20, 'Halden AB')] })
const dust = buildEntity({ key: 'd', type: 'WasteStream', name: 'dust', mentions: [at(40, 'dust')] })
const index = indexMentions([works, rival, dust])
const describe = (parts: object) =>
  describeStatement(
    buildStatement({ subject: 'w', predicate: 'TREATS', object: 'd', evidence: [{ start: 0, end: 50 }], ...parts }),
    index,
  )

it('tells whether the words name both ends, in full or in short, and who else they name', () => {
  expect(describe({})).toMatchObject({ subjectNamed: 1, shortName: 1, objectNamed: 1, ofMaterials: 1 })
  expect(describe({}).rivals).toBeCloseTo(Math.log(2))
  expect(describe({ evidence: [{ start: 85, end: 120 }] })).toMatchObject({
    subjectNamed: 1,
    shortName: 0,
    objectNamed: 0,
    rivals: 0,
  })
})

it('tells plans, figures and what is said twice', () => {
  const value = { kind: 'quantity' as const, text: '5 kt', value: 5000, unit: 't' }
  const twice = [
    { start: 0, end: 50 },
    { start: 60, end: 80 },
  ]
  expect(
    describe({ predicate: 'capacity', object: undefined, value, modality: 'planned', evidence: twice }),
  ).toMatchObject({
    notAsserted: 1,
    ofFigures: 1,
    repeated: 1,
    objectNamed: 1,
  })
})

it('is weighed into a chance that grows with what the rule promises and is never certain', () => {
  const model = loadConfidenceModel()
  const chances = [0.55, 0.75, 0.95].map((confidence) => weighFeatures(model, describe({ confidence })))
  expect(chances).toEqual([...chances].sort())
  expect(new Set(chances).size).toBe(3)
  expect(weighFeatures({ ...model, bias: 100 }, describe({}))).toBe(0.98)
  expect(toLogOdds(0.5)).toBe(0)
})
