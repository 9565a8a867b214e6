import { type EntityType, type PredicateName, relationAllows } from '../../../graph/ontology/ontology.ts'
import type { ThingName } from './column-meaning.ts'

/** How a column's thing stands to the row's own: the first reading the ontology allows counts. */
interface Link {
  predicate: PredicateName
  /** `own`: the row's own thing is the subject. */
  from: 'own' | 'other'
  role?: string
}

const own = (predicate: PredicateName, role?: string): Link => ({ predicate, from: 'own', ...(role && { role }) })
const other = (predicate: PredicateName, role?: string): Link => ({ predicate, from: 'other', ...(role && { role }) })

const PLACE: readonly Link[] = [own('HELD_IN'), own('LOCATED_IN'), own('APPLIES_IN')]
const ACTOR: readonly Link[] = [
  own('AFFILIATED_WITH'),
  other('OPERATES'),
  other('OFFERS'),
  own('AWARDED'),
  other('TREATS'),
  other('MEMBER_OF'),
]

const LINKS: Partial<Record<ThingName, readonly Link[]>> = {
  country: PLACE,
  city: PLACE,
  location: PLACE,
  company: ACTOR,
  organisation: ACTOR,
  affiliation: [own('AFFILIATED_WITH')],
  plant: [own('OPERATES'), own('AFFILIATED_WITH')],
  project: [own('OPERATES')],
  programme: [own('MEMBER_OF'), own('PART_OF')],
  network: [own('MEMBER_OF')],
  event: [own('SPOKE_AT'), own('PARTICIPATED_IN')],
  award: [other('AWARDED')],
  technology: [own('OFFERS'), own('DEMONSTRATES')],
  waste: [own('TREATS'), own('REGULATES')],
  metal: [own('RECOVERS'), own('CONTAINS')],
  regulation: [other('APPLIES_IN')],
  expertise: [own('EXPERT_IN')],
  operator: [other('OPERATES')],
  owner: [other('OPERATES', 'owner'), own('AFFILIATED_WITH', 'owner')],
  parent: [own('PART_OF'), own('AFFILIATED_WITH')],
  supplier: [other('OFFERS'), other('PARTNER_OF', 'supplier')],
  partner: [own('PARTNER_OF')],
  organizer: [other('ORGANIZED')],
  laureate: [own('AWARDED')],
  member: [other('MEMBER_OF')],
  participant: [other('PARTICIPATED_IN')],
  person: [other('AFFILIATED_WITH')],
}

/** The relation a column makes between the row's own thing and the one it names; `null` where the ontology has none. */
export function linkThings(means: ThingName, ownType: EntityType, otherType: EntityType): Link | null {
  const allowed = ({ predicate, from }: Link): boolean =>
    from === 'own' ? relationAllows(predicate, ownType, otherType) : relationAllows(predicate, otherType, ownType)
  return LINKS[means]?.find(allowed) ?? null
}
