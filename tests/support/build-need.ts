import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { countryName } from '../../graph/values/country.ts'
import type { Need, NeedConcept } from '../../src/match/match.ts'
import { labelOf } from '../../src/match/need/scope-need.ts'

interface NeedParts {
  waste?: string[]
  metals?: string[]
  technologies?: string[]
  country?: string
  /** Tonnes a year. */
  quantity?: number
}

/** A need already understood; concepts by id. */
export function buildNeed(thesaurus: Thesaurus, parts: NeedParts = {}): Need {
  const name = (id: string): NeedConcept => {
    const concept = thesaurus.concept(id)
    if (!concept) throw new Error(`No concept ${id}`)
    return { id, label: labelOf(concept), matched: labelOf(concept), via: 'label' }
  }
  const { waste = [], metals = [], technologies = [], country, quantity } = parts
  return {
    text: 'a need',
    wasteStreams: waste.map(name),
    metals: metals.map(name),
    technologies: technologies.map(name),
    ...(country && { country: { code: country, label: countryName(country) ?? country } }),
    ...(quantity !== undefined && {
      quantity: { kind: 'quantity', text: `${quantity} t a year`, value: quantity, unit: 't', per: 'year' },
    }),
  }
}
