import { type EntityType, isProperty, type PropertyName } from '../../../graph/ontology/ontology.ts'
import type { StopMeaning } from './stop-meaning.ts'

/** A column that names things. */
interface ThingMeaning {
  /** Type of what stands in it; the first where the cell itself does not say. */
  type: EntityType
  /** How much it speaks for being what the rows are about: 4 a person, 1 a material or rule. Absent: only ever beside another. */
  rank?: 1 | 2 | 3 | 4
}

/** What a column can mean that names things: its word in a mapping file, and the type it gives. */
export const THING_MEANINGS = {
  name: { type: 'Organization', rank: 2 },
  person: { type: 'Person', rank: 4 },
  plant: { type: 'Facility', rank: 3 },
  project: { type: 'Project', rank: 3 },
  award: { type: 'Award', rank: 3 },
  event: { type: 'Event', rank: 3 },
  company: { type: 'Enterprise', rank: 2 },
  organisation: { type: 'Organization', rank: 2 },
  centre: { type: 'Organization', rank: 2 },
  network: { type: 'Network', rank: 2 },
  programme: { type: 'Programme', rank: 2 },
  technology: { type: 'Technology', rank: 1 },
  waste: { type: 'WasteStream', rank: 1 },
  regulation: { type: 'Regulation', rank: 1 },
  metal: { type: 'Metal' },
  country: { type: 'Country' },
  city: { type: 'City' },
  location: { type: 'City' },
  operator: { type: 'Enterprise' },
  owner: { type: 'Enterprise' },
  parent: { type: 'Enterprise' },
  supplier: { type: 'Enterprise' },
  partner: { type: 'Enterprise' },
  organizer: { type: 'Organization' },
  affiliation: { type: 'Organization' },
  laureate: { type: 'Person' },
  member: { type: 'Organization' },
  participant: { type: 'Organization' },
  authority: { type: 'Organization' },
  expertise: { type: 'WasteStream' },
} as const satisfies Record<string, ThingMeaning>

export type ThingName = keyof typeof THING_MEANINGS

/** Columns that say something about the other columns of their row. `ignore` is for mapping files. */
export const NOTE_MEANINGS = ['type', 'role', 'talk', 'category', 'status', 'since', 'as of', 'ignore'] as const
export type NoteName = (typeof NOTE_MEANINGS)[number]

export type MeaningName = ThingName | PropertyName | NoteName

/** What one column means, as its header or the mapping says it. */
export interface ColumnMeaning {
  means: MeaningName
  /** Unit that stands in the header: `t/a`. */
  unit?: string
  /** Year the figures are of, where the header gives it. */
  year?: string
  /** The header speaks of plans: "Planned capacity". */
  planned?: true
  /** Said by a mapping. */
  mapped?: true
  /** What a stop before three digits means here, where the column has one. */
  stop?: StopMeaning
}

export function isThing(means: MeaningName): means is ThingName {
  return Object.hasOwn(THING_MEANINGS, means)
}

export function isMeaning(word: string): word is MeaningName {
  return Object.hasOwn(THING_MEANINGS, word) || isProperty(word) || (NOTE_MEANINGS as readonly string[]).includes(word)
}

export function thingMeaning(means: ThingName): ThingMeaning {
  return THING_MEANINGS[means]
}
