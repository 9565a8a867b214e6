import type { PredicateName, PropertyName } from '../../ontology/ontology.ts'
import type { Decision, Evidence, Modality, Origin, Qualifiers, Statement, StatementStatus } from '../../statement.ts'
import type { Value } from '../../values/value.ts'

/** Everything of a statement that is not compared in SQL. */
export interface StatementDetail {
  value?: Value
  qualifiers?: Qualifiers
  origin: Origin
}

/** What the words of one document add: how it writes the value, and by what way it came. */
export type SupportDetail = Pick<StatementDetail, 'value' | 'origin'>
export type DecisionDetail = Pick<Decision, 'by' | 'at' | 'reason'>
export type EvidenceDetail = Pick<Evidence, 'quote' | 'page' | 'section' | 'extractor' | 'extractorVersion'>

/** Up to here corroboration is counted for every statement; beyond, once for all statements of one claim (`ViewReader`). */
export const FEW = 20

const endJson = (end: string) =>
  `(SELECT json_array(e.id, c.canonical) FROM entity e JOIN cluster c ON c.key = e.cluster WHERE e.key = ${end})`

const writeStatementJson = (evidence: string) => `json_array(
  s.id, s.predicate, s.modality, json(s.detail), s.status, s.confidence,
  ${endJson('s.subject')}, CASE WHEN s.object NOT NULL THEN ${endJson('s.object')} END, ${evidence})`

/** The statement in row `s` as one JSON array. `which` chooses, among the supports `u`, whose evidence it carries. */
export const statementJson = (which: string) =>
  writeStatementJson(`(SELECT json_group_array(json_array(d.id, v.hash, e.start, e."end", json(e.detail)))
     FROM support u CROSS JOIN evidence e ON e.statement = u.statement AND e.document = u.document
    CROSS JOIN document d ON d.key = u.document CROSS JOIN version v ON v.key = e.version
    WHERE u.statement = s.key AND ${which})`)

/**
 * The view of the statement in row `s`, as one JSON array. Its evidence is what documents say now; where none says it any
 * more, what they said. Corroboration counts the documents that now support a living statement of the same claim, up to `FEW`.
 */
export const STATEMENT_VIEW_JSON = `json_array(
  ${statementJson('u.current = s.supported')},
  (SELECT json_array(x.status, json(x.detail)) FROM decision x WHERE x.statement = s.id),
  s.claim,
  (SELECT count(*) FROM (
    SELECT DISTINCT u.document FROM statement t CROSS JOIN support u ON u.statement = t.key AND u.current = 1
     WHERE t.claim = s.claim AND t.living = 1 LIMIT ${FEW})))`

/** The same without what most of the time goes into: evidence, decision and corroboration. */
export const BRIEF_VIEW_JSON = `json_array(${writeStatementJson('json_array()')}, NULL, s.claim, 0)`

type EndJson = [id: string, canonical: string]

export type StatementJson = [
  id: string,
  predicate: PredicateName | PropertyName,
  modality: Modality,
  detail: StatementDetail,
  status: StatementStatus,
  confidence: number,
  subject: EndJson,
  object: EndJson | null,
  evidence: [document: string, version: string, start: number, end: number, detail: EvidenceDetail][],
]

export type StatementViewJson = [
  statement: StatementJson,
  decision: [Decision['status'], DecisionDetail] | null,
  claim: string,
  corroboration: number,
]

export function toStatement(json: StatementJson): Statement {
  const [id, predicate, modality, detail, status, confidence, [subject], object, quotes] = json
  const evidence = quotes.map(([document, version, start, end, said]) => ({ document, version, start, end, ...said }))
  if (evidence.length > 1) evidence.sort(compareEvidence)
  const statement: Statement = { id, subject, predicate, modality, confidence, status, evidence, ...detail }
  if (object) statement.object = object[0]
  return statement
}

/** In order of document and place in it. */
export function compareEvidence(a: Evidence, b: Evidence): number {
  return compare(a.document, b.document) || a.start - b.start || a.end - b.end || compare(a.extractor, b.extractor)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
