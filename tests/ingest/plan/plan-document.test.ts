import { describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../../../graph/document.ts'
import type { Statement, StatementView } from '../../../graph/statement.ts'
import { type PlanInput, planDocument, planWithdrawal } from '../../../ingest/plan/plan-document.ts'

const document: DocumentRecord = {
  id: 'doc-1',
  source: 'report.txt',
  title: 'Report',
  language: 'en',
  mediaType: 'text/plain',
  version: 'v2',
  blob: 'b2',
  fingerprint: 'f',
  pages: 1,
  problems: [],
  ingestedAt: '2026-01-01T00:00:00Z',
}

function buildClaim(id: string, parts: Partial<Statement> = {}): Statement {
  return {
    id,
    subject: 'ent-a',
    predicate: 'TREATS',
    object: 'waste-stream/steel-dust',
    modality: 'asserted',
    confidence: 0.8,
    origin: 'document',
    status: 'proposed',
    evidence: [],
    ...parts,
  }
}

function view(statement: Statement): StatementView {
  return { ...statement, subjectEntity: statement.subject, corroboration: 1 }
}

function buildInput(
  claims: Statement[],
  before?: { statement: Statement; others: number }[],
  known: Statement[] = [],
): PlanInput {
  return {
    document,
    version: { hash: 'v2', blob: 'b2', text: 'text', pages: [], sections: [] },
    claims: { entities: [], statements: claims, problems: [] },
    judgements: [],
    footprint: before ? { document: { ...document, version: 'v1' }, entities: [], statements: before } : null,
    known: new Map(
      [...known, ...(before ?? []).map(({ statement }) => statement)].map((statement) => [
        statement.id,
        view(statement),
      ]),
    ),
  }
}

function changes(input: PlanInput): string[] {
  const { assert, retire } = planDocument(input)
  return [
    ...assert.map(({ change, statement }) => `${change} ${statement.id}`),
    ...retire.map(({ change, id }) => `${change} ${id}`),
  ]
}

describe('planDocument', () => {
  it('adds what nobody said and supports what others say already', () => {
    expect(
      changes(buildInput([buildClaim('st-new'), buildClaim('st-known')], undefined, [buildClaim('st-known')])),
    ).toEqual(['add st-new', 'support st-known'])
  })

  it('renews what a revised document says still, and supersedes what only it said', () => {
    const before = [
      { statement: buildClaim('st-kept'), others: 0 },
      { statement: buildClaim('st-alone'), others: 0 },
      { statement: buildClaim('st-shared'), others: 2 },
    ]
    expect(changes(buildInput([buildClaim('st-kept')], before))).toEqual([
      'renew st-kept',
      'supersede st-alone',
      'unsupport st-shared',
    ])
  })

  it('renews a superseded statement that is said again', () => {
    expect(changes(buildInput([buildClaim('st-back')], [], [buildClaim('st-back', { status: 'superseded' })]))).toEqual(
      ['renew st-back'],
    )
  })

  it('expects the reading it was planned against', () => {
    expect(planDocument(buildInput([])).expects).toBeNull()
    expect(planDocument(buildInput([], [])).expects).toEqual({ version: 'v1', fingerprint: 'f' })
  })

  it('is the same plan for the same input', () => {
    const input = buildInput([buildClaim('st-1')], [{ statement: buildClaim('st-2'), others: 0 }])
    expect(planDocument(input)).toEqual(planDocument(structuredClone(input)))
  })
})

describe('planWithdrawal', () => {
  it('removes exactly what only the document supported', () => {
    const { status, retire } = planWithdrawal({
      document,
      entities: [],
      statements: [
        { statement: buildClaim('st-alone'), others: 0 },
        { statement: buildClaim('st-shared'), others: 1 },
      ],
    })
    expect(status).toBe('withdrawn')
    expect(retire).toEqual([
      { id: 'st-alone', change: 'remove' },
      { id: 'st-shared', change: 'unsupport' },
    ])
  })
})
