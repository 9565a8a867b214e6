import type { RuleEffect, RuleStatus } from '../../graph/legality/rulebook.ts'

export interface LegalityRequest {
  /** The waste in words of any language, a code or the id of a concept. */
  waste: string
  /** Countries of export and import: ISO 3166-1 alpha-2 code or a name in any language. */
  from: string
  to: string
  /** `recovery` where absent. */
  purpose?: Purpose
  /** The day of the shipment, ISO 8601; today where absent. */
  on?: string
}

export type Purpose = 'recovery' | 'disposal'

/** `no-border` where both countries are one. */
export type Verdict = 'likely-prohibited' | 'lawful-with-consent' | 'not-hazardous-if' | 'unknown' | 'no-border'

export interface RuleEvidence {
  /** Source of the document. */
  document: string
  quote: string
  statement: string
  page?: number
}

/** A rule or entry that an answer rests on. */
export interface CitedRule {
  /** `basel-ban-amendment`, `basel-A1160`; of a document its statement's id. */
  id: string
  title: string
  /** An entry of a list, a rule of the rulebook, or words of an ingested document. */
  kind: 'listing' | 'rule' | 'document'
  effect: RuleEffect | 'lists'
  says: string
  source: string
  /** ISO 8601 day, month or year its source was last known to say so; null where nothing tells. */
  asOf: string | null
  /** Whether that is too long ago to lean on without looking again. */
  stale: boolean
  status: RuleStatus
  /** Who checked it, or "not reviewed". */
  reviewer: string
  /** Whether the verdict follows from it. */
  decides: boolean
  /** The words of documents; empty for rules of the rulebook. */
  evidence: RuleEvidence[]
}

export interface LegalityProblem {
  code: 'unknown-country' | 'former-country' | 'unknown-waste' | 'not-waste' | 'invalid-date'
  message: string
}

export interface NamedCountry {
  /** ISO 3166-1 alpha-2. */
  code: string
  label: string
}

export interface LegalityAnswer {
  waste: { text: string; concepts: { id: string; label: string; matched: string }[]; codes: string[] }
  from: NamedCountry | null
  to: NamedCountry | null
  purpose: Purpose
  /** ISO 8601 day the answer is for. */
  date: string
  verdict: Verdict
  /** The verdict in words: "lawful with prior informed consent", "likely prohibited", "not hazardous if …", "unknown". */
  answer: string
  because: string[]
  /** What must hold, or would change the answer. */
  conditions: string[]
  /** What the answer rests on, the deciding ones first. */
  rules: CitedRule[]
  /** What could not be understood. */
  problems: LegalityProblem[]
  notes: string[]
  notice: string
}

export const NOTICE =
  'This is no legal advice. It names rules to look up; ask the competent authorities of both countries before anything moves.'
