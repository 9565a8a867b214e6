/** Whether a fact was read in its source, or written down from general knowledge and still to be read there. */
export type RuleStatus = 'verified' | 'to-verify'

/** What the Basel Convention takes a waste for: VIII and I hazardous, II special consideration, IX presumed not hazardous. */
export type Annex = 'I' | 'II' | 'VIII' | 'IX'

/** An entry of an annex of the Basel Convention. */
export interface AnnexEntry {
  /** `A1160`, `B1100`, `Y23`. */
  code: string
  annex: Annex
  /** What it covers, in our words. */
  label: string
  status: RuleStatus
  /** Annex IX only: what the entry itself demands, to follow "not hazardous if". */
  condition?: string
  /** First and last day in force, ISO 8601; open where absent. */
  from?: string
  until?: string
  /** The entry that took its place. */
  replacedBy?: string
}

/** Classes a shipment rule may bear on. */
export type WasteClass = 'hazardous' | 'special' | 'green'

/** Countries by ISO 3166-1 alpha-2 code or by the id of a group; `notIn` holds for those in none of them. */
export interface CountrySet {
  in?: string[]
  notIn?: string[]
}

/** When a rule bears on a shipment: every part that is there must hold. */
export interface RuleScope {
  from?: CountrySet
  to?: CountrySet
  class?: WasteClass[]
  /** Concepts of the thesaurus, their kinds meant too, and codes of Basel entries that name the waste. */
  wastes?: string[]
  purpose?: 'recovery' | 'disposal'
}

/** `prohibits`: not allowed; `consent`: allowed with prior consent or a permit; `informs`: to be known, decides nothing. */
export type RuleEffect = 'prohibits' | 'consent' | 'informs'

/** A rule on shipping waste across a border. */
export interface ShipmentRule {
  id: string
  title: string
  effect: RuleEffect
  /** What it says, in one sentence of ours. */
  says: string
  when: RuleScope
  /** It does not bear where one of these holds. */
  unless?: RuleScope[]
  /** What would let the shipment through, or must be shown. */
  conditions?: string[]
  /** The instrument and its place in it. */
  source: string
  /** The day, month or year the source was last known to say so, ISO 8601. */
  asOf: string
  status: RuleStatus
  /** Who checked it; absent where nobody has. */
  reviewer?: string
  /** Months after `asOf` from which it counts as out of date. */
  freshMonths: number
  /** First and last day in force, ISO 8601; open where absent. */
  from?: string
  until?: string
}

export interface CountryGroup {
  label: string
  members: string[]
  source: string
  asOf: string
  status: RuleStatus
}

/** A list of hazardous waste that counts where it is law and is a hint elsewhere. */
export interface NationalList {
  id: string
  /** Scheme of the codes in the thesaurus. */
  scheme: 'eu-low' | 'us-rcra'
  label: string
  countries: CountrySet
  source: string
  asOf: string
  status: RuleStatus
}

export interface Rulebook {
  entries: readonly AnnexEntry[]
  /** Where the entries were taken from. */
  annexes: { source: string; asOf: string; freshMonths: number; reviewer?: string }
  /** Wastes by concept whose class follows from what they are and not from a code. */
  classes: Readonly<Record<string, WasteClass | 'outside'>>
  groups: Readonly<Record<string, CountryGroup>>
  lists: readonly NationalList[]
  rules: readonly ShipmentRule[]
}
