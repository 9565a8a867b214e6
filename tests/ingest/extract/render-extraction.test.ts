import { describe, expect, it } from 'vitest'
import type { ExtractedStatement } from '../../../ingest/extract/extraction.ts'
import { renderExtraction } from '../../../ingest/extract/render-extraction.ts'

const entity = (key: string, type: 'Enterprise' | 'WasteStream', name: string) => ({
  key,
  type,
  name,
  aliases: [],
  mentions: [],
  confidence: 0.9,
})
const statement = (more: Partial<ExtractedStatement>): ExtractedStatement => ({
  subject: 'a',
  predicate: 'TREATS',
  object: 'b',
  modality: 'asserted',
  confidence: 0.8,
  rule: 'test',
  evidence: [{ start: 0, end: 1 }],
  ...more,
})
const render = (...statements: ExtractedStatement[]) =>
  renderExtraction({
    entities: [entity('a', 'Enterprise', 'Velmora'), entity('b', 'WasteStream', 'dross')],
    statements,
  })

describe('renderExtraction', () => {
  it('shows relations by names', () => {
    expect(render(statement({})).relations).toEqual([{ subject: 'Velmora', predicate: 'TREATS', object: 'dross' }])
  })

  it('shows a capacity among the relations and the facts', () => {
    const value = { kind: 'quantity' as const, text: '5 kt a year', value: 5_000, unit: 't' }
    const { relations, facts } = render(statement({ predicate: 'capacity', object: undefined, value }))
    expect(relations).toEqual([{ subject: 'Velmora', predicate: 'CAPACITY', object: '5 kt a year' }])
    expect(facts).toEqual([{ subject: 'Velmora', property: 'capacity', value: '5 kt a year' }])
  })

  it('shows planned claims once and denied ones never', () => {
    expect(render(statement({ modality: 'negated' })).relations).toEqual([])
    expect(render(statement({}), statement({ modality: 'planned' })).relations).toHaveLength(1)
  })
})
