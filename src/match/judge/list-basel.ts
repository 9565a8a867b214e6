import type { Concept, ConceptCode, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { NeedConcept } from '../match.ts'
import { labelOf } from '../need/scope-need.ts'

/** Where the Basel Convention lists a waste. */
export interface BaselListing {
  /** VIII and I: hazardous; II: needs special consideration; IX: presumed not hazardous. */
  annex: 'VIII' | 'IX' | 'II' | 'I'
  codes: string[]
  /** Entries of Annex IX beside it, which apply where the waste shows no hazard. */
  mirror: string[]
  /** All of it is inferred: the scheme has no entry of its own for this waste. */
  inferred: boolean
  /** Set where the listing is a broader concept's. */
  broaderLabel?: string
}

/** Categories of Annex II, "wastes requiring special consideration". */
const ANNEX_II = new Set(['Y46', 'Y47', 'Y48', 'Y49'])

function annexOf({ scheme, code }: ConceptCode): BaselListing['annex'] | null {
  if (scheme === 'basel-y') return ANNEX_II.has(code) ? 'II' : 'I'
  if (scheme !== 'basel-annex') return null
  return code.startsWith('A') ? 'VIII' : 'IX'
}

function listConcept(concept: Concept): BaselListing | null {
  const found = concept.codes.flatMap((code) => {
    const annex = annexOf(code)
    return annex ? [{ annex, code }] : []
  })
  const mirror = found.filter(({ annex }) => annex === 'IX').map(({ code }) => code.code)
  for (const annex of ['VIII', 'II', 'I', 'IX'] as const) {
    const listed = found.filter((entry) => entry.annex === annex)
    const own = listed.filter(({ code }) => !code.inferred)
    const codes = (own.length > 0 ? own : listed).map(({ code }) => code.code)
    if (codes.length > 0) return { annex, codes, mirror: annex === 'IX' ? [] : mirror, inferred: own.length === 0 }
  }
  return null
}

/** The strictest listing among the wastes, their own or, lacking one, their nearest broader concept's. */
export function listBasel(wastes: readonly NeedConcept[], thesaurus: Thesaurus): BaselListing | null {
  const listings = wastes.flatMap(({ id }) => {
    const concept = thesaurus.concept(id)
    if (!concept) return []
    const own = listConcept(concept)
    if (own) return [own]
    for (const { id: broader } of thesaurus.broader(id)) {
      const above = thesaurus.concept(broader)
      const listing = above ? listConcept(above) : null
      if (above && listing) return [{ ...listing, broaderLabel: labelOf(above) }]
    }
    return []
  })
  const strictness = ['VIII', 'I', 'II', 'IX']
  return listings.sort((a, b) => strictness.indexOf(a.annex) - strictness.indexOf(b.annex))[0] ?? null
}
