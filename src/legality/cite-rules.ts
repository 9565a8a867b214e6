import type { ShipmentRule } from '../../graph/legality/rulebook.ts'
import type { Listing } from './classify-waste.ts'
import { type DocumentRule, quoteOf } from './find-document-rules.ts'
import { isStale } from './is-stale.ts'
import type { CitedRule } from './legality.ts'

const UNREVIEWED = 'not reviewed'
/** Words of documents are taken for fresh this long after the last date they give. */
const DOCUMENT_MONTHS = 12

export function citeListing(listing: Listing, decides: boolean, today: string): CitedRule {
  const { code, list, label, broaderLabel, inferred, source, asOf, freshMonths, status } = listing
  const of = broaderLabel ? `, as ${broaderLabel}` : ''
  const hedge = inferred ? ' A candidate only: it is inferred, the list has no entry for this very waste.' : ''
  return {
    id: `${list.startsWith('Basel') ? 'basel' : list.split(' ')[0]?.toLowerCase()}-${code.replaceAll(' ', '-')}`,
    title: `${list}: ${code}`,
    kind: 'listing',
    effect: 'lists',
    says: `${SAYS[listing.class]}${label ? `: ${label}` : ''}${of}.${hedge}`,
    source,
    asOf,
    stale: isStale(asOf, freshMonths, today),
    status: inferred ? 'to-verify' : status,
    reviewer: UNREVIEWED,
    decides,
    evidence: [],
  }
}

const SAYS = {
  hazardous: 'Listed as hazardous waste',
  special: 'Listed as waste that needs special consideration',
  green: 'Listed as waste presumed not to be hazardous',
} as const

export function citeRule(rule: ShipmentRule, decides: boolean, today: string): CitedRule {
  const { id, title, effect, says, source, asOf, freshMonths, status, reviewer = UNREVIEWED } = rule
  const stale = isStale(asOf, freshMonths, today)
  return { id, title, kind: 'rule', effect, says, source, asOf, stale, status, reviewer, decides, evidence: [] }
}

/** `sources` gives the source of a document by its id. */
export function citeDocument(
  rule: DocumentRule,
  decides: boolean,
  today: string,
  sources: ReadonlyMap<string, string>,
): CitedRule {
  const { statement, of, effect } = rule
  const evidence = statement.evidence.map(({ document, quote, page }) => ({
    document: sources.get(document) ?? document,
    quote,
    statement: statement.id,
    ...(page !== undefined && { page }),
  }))
  const says = quoteOf(rule)
  const asOf = findLastDate(says, today)
  return {
    id: statement.id,
    title: of.type === 'Country' ? `Rule of ${of.name} that a document states` : of.name,
    kind: 'document',
    effect,
    says,
    source: [...new Set(evidence.map(({ document }) => document))].join(', '),
    asOf,
    stale: isStale(asOf, DOCUMENT_MONTHS, today),
    status: statement.status === 'accepted' ? 'verified' : 'to-verify',
    reviewer: statement.decision?.by ?? UNREVIEWED,
    decides,
    evidence,
  }
}

/** The last date the words give that is not still to come: what they say was so then. */
function findLastDate(words: string, today: string): string | null {
  const dates = words.match(/(?<![\d./-])(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?(?![\d/-])/g) ?? []
  return (
    dates
      .filter((date) => date <= today)
      .sort()
      .at(-1) ?? null
  )
}
