import type { AnnexEntry, Rulebook, RuleStatus, WasteClass } from '../../graph/legality/rulebook.ts'
import type { Concept, ConceptCode, Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { isInSet, statusInSet } from './is-in-set.ts'

/** A waste to classify: a concept of the thesaurus, codes its holder gives it, or both. */
export interface NamedWaste {
  label: string
  concept?: string
  /** Codes given by the asker: they stand above those the thesaurus has for the concept. */
  codes?: Pick<ConceptCode, 'scheme' | 'code'>[]
}

/** A list entry that says what class a waste is of. */
export interface Listing {
  code: string
  class: WasteClass
  /** "Basel Convention, Annex VIII", "EU List of Waste". */
  list: string
  label?: string
  /** Annex IX: what must hold for the waste to be of this entry. */
  condition?: string
  /** No entry made for this waste: a candidate, or a list of another country. */
  inferred: boolean
  /** Law of one of the two countries says so, and knows no other entry for it. */
  binding?: true
  /** Set where the entry is a broader waste's. */
  broaderLabel?: string
  source: string
  asOf: string
  freshMonths: number
  status: RuleStatus
}

export interface ListingSetting {
  from?: string
  to?: string
  /** ISO 8601 day. */
  date: string
}

const CLASS_OF = { I: 'hazardous', II: 'special', VIII: 'hazardous', IX: 'green' } as const
const UNLISTED_CONDITION = 'it holds no Annex I material enough to show a hazard of Annex III'

/** Every entry that bears on a waste on that day: of the Basel Convention, and of national lists. Null: outside of both. */
export function classifyWaste(
  waste: NamedWaste,
  rulebook: Rulebook,
  thesaurus: Thesaurus,
  setting: ListingSetting,
): Listing[] | null {
  const given = (waste.codes ?? []).map((code) => ({ ...code, status: 'verified' as const, source: 'given' }))
  const ofBasel = listCodes(given, rulebook, setting.date)
  // An entry given does not hide what a national list says of the codes beside it; only to free the waste it stands alone.
  if (ofBasel.length > 0) {
    const national = listNational(given, true, rulebook, setting)
    return heedBinding([...ofBasel, ...national.filter((listing) => listing.class !== 'green')])
  }
  const concept = waste.concept === undefined ? undefined : thesaurus.concept(waste.concept)
  if (concept && rulebook.classes[concept.id] === 'outside') return null
  const basel = concept ? listConcept(concept, rulebook, thesaurus, setting.date) : []
  const national = listNational(given.length > 0 ? given : (concept?.codes ?? []), given.length > 0, rulebook, setting)
  return heedBinding([...basel, ...national])
}

/** Where the law of a country at one end knows the waste as hazardous alone, no entry of Annex IX sets it free. */
function heedBinding(listings: Listing[]): Listing[] {
  return listings.some(({ binding }) => binding) ? listings.filter((listing) => listing.class !== 'green') : listings
}

/** The concept's own entries, else its nearest broader concept's. */
function listConcept(concept: Concept, rulebook: Rulebook, thesaurus: Thesaurus, date: string): Listing[] {
  for (const id of [concept.id, ...thesaurus.broader(concept.id).map((broader) => broader.id)]) {
    const found = thesaurus.concept(id)
    if (!found) continue
    const listings = [...listCodes(found.codes, rulebook, date), ...listClass(id, rulebook)]
    const broaderLabel = found.prefLabel.en ?? id
    if (listings.length > 0) {
      return id === concept.id ? listings : listings.map((listing) => ({ ...listing, broaderLabel }))
    }
  }
  return []
}

function listClass(id: string, { classes, annexes }: Rulebook): Listing[] {
  const known = classes[id]
  if (known === undefined || known === 'outside') return []
  const list = known === 'special' ? 'Basel Convention, Annex II' : 'Basel Convention, Annex I'
  const code = known === 'special' ? 'Y46' : 'Y1–Y45'
  return [{ code, class: known, list, inferred: false, ...annexes, status: 'verified' }]
}

/** Entries of the Basel Convention among codes. A constituent of Annex I says nothing where a whole entry does. */
function listCodes(codes: readonly ConceptCode[], rulebook: Rulebook, date: string): Listing[] {
  const listed = codes
    .filter(({ scheme }) => scheme === 'basel-annex' || scheme === 'basel-y')
    .flatMap((code) => findEntries(code.code, rulebook, date).map((entry) => ({ entry, code })))
  const own = listed.filter(({ code }) => !code.inferred)
  const kept = own.length > 0 ? own : listed
  const whole = kept.filter(({ entry }) => entry.annex !== 'I')
  return (whole.length > 0 ? whole : kept).map(({ entry, code }) => ({
    code: entry.code,
    class: CLASS_OF[entry.annex],
    list: `Basel Convention, Annex ${entry.annex}`,
    label: entry.label,
    ...(entry.annex === 'IX' && { condition: entry.condition ?? UNLISTED_CONDITION }),
    inferred: code.inferred === true,
    ...rulebook.annexes,
    status: entry.status === 'verified' && code.status === 'verified' ? 'verified' : 'to-verify',
  }))
}

/** The entry in force on that day: itself, the one that took its place, or those whose place it took. */
function findEntries(code: string, { entries }: Rulebook, date: string): AnnexEntry[] {
  const inForce = ({ from = '', until = '9999' }: AnnexEntry) => from <= date && date <= until
  const entry = entries.find((one) => one.code === code)
  if (!entry) return [describeUnknown(code)]
  if (inForce(entry)) return [entry]
  return entries.filter(
    (other) => inForce(other) && (other.code === entry.replacedBy || other.replacedBy === entry.code),
  )
}

/** An entry we have no words for still says its annex. */
function describeUnknown(code: string): AnnexEntry {
  const annex = code.startsWith('A') ? 'VIII' : code.startsWith('B') ? 'IX' : 'I'
  return { code, annex, label: `entry ${code}`, status: 'to-verify' }
}

/** Lists of hazardous waste of single countries: law where a shipment begins or ends there, a hint elsewhere. */
function listNational(
  codes: readonly Pick<ConceptCode, 'scheme' | 'code' | 'status'>[],
  given: boolean,
  { lists, groups }: Rulebook,
  { from, to }: ListingSetting,
): Listing[] {
  return lists.flatMap(({ scheme, label: list, countries, source, asOf, status }) => {
    const entries = codes.filter((code) => code.scheme === scheme)
    const hazardous = entries.filter(({ code }) => scheme !== 'eu-low' || code.endsWith('*'))
    const ends = [from, to].filter((country) => isInSet(country, countries, groups))
    const isLaw = ends.length > 0
    const isSure = !isLaw || ends.some((end) => statusInSet(end, countries, groups) === 'verified')
    const known = isSure ? status : ('to-verify' as const)
    const listing = { list, source, asOf, freshMonths: 24, status: known, inferred: !isLaw }
    // An entry without asterisk frees nothing by itself, but it is what the asker says it is.
    // Elsewhere it hints only where the list knows the waste as hazardous alone.
    if (!isLaw && !given && hazardous.length < entries.length) return []
    const free = given ? entries.filter((entry) => !hazardous.includes(entry)) : []
    const binding = isLaw && hazardous.length === entries.length ? { binding: true as const } : {}
    return [
      ...hazardous.map(({ code }) => ({ ...listing, ...binding, code, class: 'hazardous' as const })),
      ...free.map(({ code }) => ({
        ...listing,
        code,
        class: 'green' as const,
        condition: 'a test shows that the entry without asterisk is right',
      })),
    ]
  })
}
