import type { DocumentProblem } from '../../../graph/document.ts'
import type { Judgement } from '../../../graph/entity.ts'
import type { PROPERTIES } from '../../../graph/ontology/ontology.ts'
import type { Decision, Modality, Origin, StatementStatus } from '../../../graph/statement.ts'
import type { ConceptLabel } from '../../../graph/thesaurus/thesaurus.ts'
import type { CodeValue, DateValue, QuantityValue } from '../../../graph/values/value.ts'
import type { IngestReport, IngestStage } from '../../../ingest/ingest-report.ts'
import type { CitedRule, LegalityAnswer, Purpose } from '../../legality/legality.ts'
import type { CriterionName, NeedVia } from '../../match/match.ts'
import type { WhyNotOutcome } from '../../match/why-not.ts'
import type { QueryChip } from '../../search/list-chips.ts'
import type { Facet, Why } from '../../search/search-index.ts'

/** Names of GraphQL are in capitals (`AT_LEAST`), ours as the graph keeps them (`at-least`). All values must be listed. */
function nameValues<Value extends string>(values: Record<Value, true>): Record<string, Value> {
  const inCapitals = (value: string) => value.replace(/[A-Z]/g, '_$&').replaceAll('-', '_').toUpperCase()
  return Object.fromEntries((Object.keys(values) as Value[]).map((value) => [inCapitals(value), value]))
}

/** EntityType, Relation and Predicate are not here: they are named as the ontology names them. */
export const enumResolvers = {
  ProblemOrigin: nameValues<DocumentProblem['origin']>({ read: true, extract: true, apply: true }),
  TimeUnit: nameValues<NonNullable<QuantityValue['per']>>({ year: true, month: true, day: true, hour: true }),
  QuantityBound: nameValues<NonNullable<QuantityValue['bound']>>({ about: true, 'at-least': true, 'at-most': true }),
  DatePrecision: nameValues<DateValue['precision']>({
    day: true,
    month: true,
    quarter: true,
    half: true,
    year: true,
    decade: true,
  }),
  DateBound: nameValues<NonNullable<DateValue['bound']>>({ before: true, after: true, about: true }),
  CodeScheme: nameValues<CodeValue['scheme']>({
    'basel-annex': true,
    'basel-y': true,
    'eu-low': true,
    'us-rcra': true,
    hs: true,
    oecd: true,
  }),
  Modality: nameValues<Modality>({ asserted: true, planned: true, negated: true, hedged: true }),
  StatementStatus: nameValues<StatementStatus>({ proposed: true, accepted: true, rejected: true, superseded: true }),
  Origin: nameValues<Origin>({ document: true, curator: true, import: true, self: true }),
  DecisionStatus: nameValues<Decision['status']>({ accepted: true, rejected: true }),
  Verdict: nameValues<Judgement['verdict']>({ same: true, different: true, unsure: true }),
  Direction: nameValues<'out' | 'in'>({ out: true, in: true }),
  QueryVia: nameValues<NeedVia>({ label: true, code: true, spelling: true, 'word-order': true, graph: true }),
  QueryChipKind: nameValues<QueryChip['kind']>({ concept: true, place: true, type: true, role: true }),
  WhyKind: nameValues<Why['kind']>({ name: true, alias: true, concept: true, words: true, prefix: true, typo: true }),
  FacetName: nameValues<Facet>({
    type: true,
    metal: true,
    wasteStream: true,
    country: true,
    proof: true,
    year: true,
    language: true,
  }),
  CriterionName: nameValues<CriterionName>({
    waste: true,
    metal: true,
    technology: true,
    capacity: true,
    proof: true,
    place: true,
    legality: true,
  }),
  WhyNotOutcome: nameValues<WhyNotOutcome>({
    match: true,
    'near-miss': true,
    excluded: true,
    'no-tie': true,
    unknown: true,
    'not-understood': true,
  }),
  ShipmentPurpose: nameValues<Purpose>({ recovery: true, disposal: true }),
  LegalityVerdict: nameValues<LegalityAnswer['verdict']>({
    'likely-prohibited': true,
    'lawful-with-consent': true,
    'not-hazardous-if': true,
    unknown: true,
    'no-border': true,
  }),
  CitedRuleKind: nameValues<CitedRule['kind']>({ listing: true, rule: true, document: true }),
  RuleEffect: nameValues<CitedRule['effect']>({ prohibits: true, consent: true, informs: true, lists: true }),
  ValueKind: nameValues<(typeof PROPERTIES)[keyof typeof PROPERTIES]['value']>({
    quantity: true,
    date: true,
    text: true,
    code: true,
  }),
  LabelKind: { PREFERRED: 'pref', ALTERNATIVE: 'alt', HIDDEN: 'hidden' } satisfies Record<string, ConceptLabel['kind']>,
  IngestStatus: nameValues<IngestReport['status']>({
    added: true,
    unchanged: true,
    revised: true,
    rejected: true,
    withdrawn: true,
  }),
  IngestStage: nameValues<IngestStage>({ queued: true, reading: true, resolving: true, applying: true, done: true }),
}
