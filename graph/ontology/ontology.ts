/**
 * The vocabulary of the graph, declared once. Validation, labels, search fields and the check of `schema.graphql`
 * derive from these tables; to add a type, relation or property, add a row here.
 */

interface EntityTypeSpec {
  label: string
  plural: string
  description: string
  /** Implements `Located` in GraphQL: may stand on the left of `LOCATED_IN`. */
  located?: true
}

export const ENTITY_TYPES = {
  Metal: { label: 'Metal', plural: 'Metals', description: 'A metal or metal compound that can be recovered.' },
  WasteStream: {
    label: 'Waste stream',
    plural: 'Waste streams',
    description: 'A kind of waste, product at its end of life or residue.',
  },
  Technology: {
    label: 'Technology',
    plural: 'Technologies',
    description: 'A process or process family that treats waste or recovers metal.',
  },
  Enterprise: { label: 'Enterprise', plural: 'Enterprises', description: 'A company.', located: true },
  Organization: {
    label: 'Organization',
    plural: 'Organizations',
    description: 'A ministry, centre, university, association or other body that is not a company.',
    located: true,
  },
  Person: { label: 'Person', plural: 'People', description: 'A named person.', located: true },
  Country: { label: 'Country', plural: 'Countries', description: 'A country or territory of ISO 3166-1.' },
  City: { label: 'City', plural: 'Cities', description: 'A city, town or municipality.', located: true },
  Facility: {
    label: 'Facility',
    plural: 'Facilities',
    description: 'A plant, works, line, mine or centre in one place.',
    located: true,
  },
  Project: {
    label: 'Project',
    plural: 'Projects',
    description: 'An undertaking with an aim and an end, a demonstration project among them.',
    located: true,
  },
  Programme: {
    label: 'Programme',
    plural: 'Programmes',
    description: 'A lasting framework of projects and activities, an initiative among them.',
    located: true,
  },
  Network: {
    label: 'Network',
    plural: 'Networks',
    description: 'A network, alliance or working group with members.',
    located: true,
  },
  Event: {
    label: 'Event',
    plural: 'Events',
    description: 'A conference, forum, seminar, workshop, meeting or visit.',
    located: true,
  },
  Award: { label: 'Award', plural: 'Awards', description: 'A prize or distinction.' },
  Regulation: {
    label: 'Regulation',
    plural: 'Regulations',
    description: 'A law, convention, standard or national rule.',
  },
  Document: { label: 'Document', plural: 'Documents', description: 'A source document.' },
} as const satisfies Record<string, EntityTypeSpec>

export type EntityType = keyof typeof ENTITY_TYPES

const PLACED = [
  'Enterprise',
  'Organization',
  'Person',
  'City',
  'Facility',
  'Project',
  'Programme',
  'Network',
  'Event',
] as const
const ACTORS = ['Enterprise', 'Organization'] as const

interface RelationSpec {
  label: string
  /** The label read from object to subject. */
  inverse: string
  from: readonly EntityType[]
  to: readonly EntityType[]
  /** Holds in both directions; ends are of the same or related types. */
  symmetric?: true
  qualifiers?: readonly ('role' | 'title' | 'period' | 'quantity')[]
}

export const RELATIONS = {
  OFFERS: { label: 'offers', inverse: 'offered by', from: ACTORS, to: ['Technology'] },
  TREATS: {
    label: 'treats',
    inverse: 'treated by',
    from: ['Technology', 'Facility', 'Enterprise'],
    to: ['WasteStream'],
    qualifiers: ['quantity', 'period'],
  },
  RECOVERS: {
    label: 'recovers',
    inverse: 'recovered by',
    from: ['Technology', 'Facility', 'Enterprise'],
    to: ['Metal'],
    qualifiers: ['quantity', 'period'],
  },
  OPERATES: {
    label: 'operates',
    inverse: 'operated by',
    from: ACTORS,
    to: ['Facility', 'Project', 'Programme'],
    qualifiers: ['role', 'period'],
  },
  DEMONSTRATES: {
    label: 'demonstrates',
    inverse: 'demonstrated by',
    from: ['Project', 'Facility'],
    to: ['Technology'],
  },
  PARTNER_OF: {
    label: 'partner of',
    inverse: 'partner of',
    from: ['Enterprise', 'Organization', 'Programme', 'Network', 'Project'],
    to: ['Enterprise', 'Organization', 'Programme', 'Network', 'Project'],
    symmetric: true,
    qualifiers: ['role', 'period'],
  },
  MEMBER_OF: {
    label: 'member of',
    inverse: 'has member',
    from: ['Country', 'City', 'Organization', 'Enterprise'],
    to: ['Network', 'Programme'],
    qualifiers: ['role', 'period'],
  },
  EXPERT_IN: {
    label: 'expert in',
    inverse: 'has expert',
    from: ['Person'],
    to: ['Technology', 'WasteStream', 'Metal'],
  },
  AWARDED: {
    label: 'awarded to',
    inverse: 'received',
    from: ['Award'],
    to: ['Enterprise', 'Person', 'Project', 'City'],
    qualifiers: ['title', 'period'],
  },
  LOCATED_IN: { label: 'located in', inverse: 'location of', from: PLACED, to: ['City', 'Country'] },
  AFFILIATED_WITH: {
    label: 'affiliated with',
    inverse: 'has affiliate',
    from: ['Person', 'Enterprise', 'Organization'],
    to: ['Enterprise', 'Organization', 'Facility'],
    qualifiers: ['role', 'period'],
  },
  SPOKE_AT: {
    label: 'spoke at',
    inverse: 'had speaker',
    from: ['Person'],
    to: ['Event'],
    qualifiers: ['title', 'role'],
  },
  PARTICIPATED_IN: {
    label: 'participated in',
    inverse: 'had participant',
    from: ['Country', 'City', 'Organization', 'Enterprise'],
    to: ['Event', 'Project', 'Programme'],
    qualifiers: ['role'],
  },
  HELD_IN: { label: 'held in', inverse: 'venue of', from: ['Event'], to: ['City', 'Country'], qualifiers: ['period'] },
  ORGANIZED: {
    label: 'organized',
    inverse: 'organized by',
    from: ['Organization', 'Enterprise', 'Network'],
    to: ['Event', 'Programme', 'Network', 'Project'],
    qualifiers: ['role'],
  },
  PART_OF: {
    label: 'part of',
    inverse: 'has part',
    from: ['Organization', 'Programme', 'Facility'],
    to: ['Organization', 'Programme', 'Facility'],
  },
  REGULATES: { label: 'regulates', inverse: 'regulated by', from: ['Regulation'], to: ['WasteStream'] },
  APPLIES_IN: { label: 'applies in', inverse: 'has regulation', from: ['Regulation'], to: ['Country'] },
  CONTAINS: {
    label: 'contains',
    inverse: 'contained in',
    from: ['WasteStream'],
    to: ['Metal'],
    qualifiers: ['quantity'],
  },
} as const satisfies Record<string, RelationSpec>

export type PredicateName = keyof typeof RELATIONS

interface PropertySpec {
  label: string
  description: string
  /** What kind of value it takes. */
  value: 'quantity' | 'date' | 'text' | 'code'
  of: readonly EntityType[]
}

const ANYTHING_RUN = ['Enterprise', 'Organization', 'Facility', 'Project', 'Programme', 'Technology', 'City'] as const

export const PROPERTIES = {
  capacity: {
    label: 'capacity',
    description: 'Throughput that is or will be installed.',
    value: 'quantity',
    of: ['Enterprise', 'Facility', 'Technology', 'Project'],
  },
  output: {
    label: 'output',
    description: 'What was made or treated in a period.',
    value: 'quantity',
    of: ANYTHING_RUN,
  },
  annual_output_value: {
    label: 'annual output value',
    description: 'Value of what is made in a year.',
    value: 'quantity',
    of: ANYTHING_RUN,
  },
  investment: {
    label: 'investment',
    description: 'Money put into it.',
    value: 'quantity',
    of: ['Enterprise', 'Organization', 'Facility', 'Project', 'Programme', 'Event', 'Network', 'City'],
  },
  turnover: { label: 'turnover', description: 'Revenue of a period.', value: 'quantity', of: ACTORS },
  employees: {
    label: 'employees',
    description: 'People employed.',
    value: 'quantity',
    of: ['Enterprise', 'Organization', 'Facility'],
  },
  recovery_rate: {
    label: 'recovery rate',
    description: 'Share of a metal or material recovered or contained.',
    value: 'quantity',
    of: ['Technology', 'Facility', 'Enterprise', 'Project', 'City', 'Programme'],
  },
  sites: {
    label: 'sites',
    description: 'Number of sites or installations.',
    value: 'quantity',
    of: ['Enterprise', 'Organization', 'Technology', 'Network', 'Programme', 'City', 'Project'],
  },
  members: {
    label: 'members',
    description: 'Members, or participants of an event.',
    value: 'quantity',
    of: ['Network', 'Programme', 'Organization', 'Event', 'Project', 'City'],
  },
  households: {
    label: 'households',
    description: 'Households reached.',
    value: 'quantity',
    of: ['City', 'Project', 'Programme', 'Enterprise', 'Facility'],
  },
  area: {
    label: 'area',
    description: 'Ground covered.',
    value: 'quantity',
    of: ['Enterprise', 'Facility', 'City', 'Project'],
  },
  population: { label: 'population', description: 'Inhabitants.', value: 'quantity', of: ['City', 'Country'] },
  waste_generation: {
    label: 'waste generated',
    description: 'Waste that arises in a period.',
    value: 'quantity',
    of: ['Country', 'City', 'WasteStream', 'Enterprise', 'Facility'],
  },
  founded: {
    label: 'founded',
    description: 'When it was founded or established.',
    value: 'date',
    of: ['Enterprise', 'Organization', 'Network', 'Programme', 'Facility', 'Award', 'Project'],
  },
  date: {
    label: 'date',
    description: 'When it is or was held, opened or begun.',
    value: 'date',
    of: ['Event', 'Facility', 'Project', 'Programme', 'Award', 'Network', 'Regulation', 'Enterprise', 'Organization'],
  },
  year: {
    label: 'year',
    description: 'A year the text ties to it.',
    value: 'date',
    of: [
      'Event',
      'Facility',
      'Project',
      'Programme',
      'Award',
      'Network',
      'Regulation',
      'Enterprise',
      'Organization',
      'Technology',
    ],
  },
  proof: {
    label: 'proof level',
    description: 'claimed, demonstrated or independently verified.',
    value: 'text',
    of: ['Technology', 'Project', 'Facility'],
  },
  rule: {
    label: 'rule',
    description: 'What a regulation or a country demands, forbids or allows.',
    value: 'text',
    of: ['Regulation', 'Country'],
  },
  code: {
    label: 'code',
    description: 'A waste code the text gives.',
    value: 'code',
    of: ['WasteStream', 'Technology', 'Regulation'],
  },
  contact: {
    label: 'contact',
    description: 'Competent authority, focal point or address.',
    value: 'text',
    of: ['Country', 'Organization', 'Enterprise', 'Network'],
  },
  website: {
    label: 'website',
    description: 'Web address.',
    value: 'text',
    of: ['Enterprise', 'Organization', 'Network', 'Programme', 'Project', 'Event'],
  },
  description: {
    label: 'description',
    description: 'One sentence of the text that says what it is.',
    value: 'text',
    of: Object.keys(ENTITY_TYPES) as EntityType[],
  },
} as const satisfies Record<string, PropertySpec>

export type PropertyName = keyof typeof PROPERTIES

export function isEntityType(name: string): name is EntityType {
  return Object.hasOwn(ENTITY_TYPES, name)
}

export function isRelation(name: string): name is PredicateName {
  return Object.hasOwn(RELATIONS, name)
}

export function isProperty(name: string): name is PropertyName {
  return Object.hasOwn(PROPERTIES, name)
}

/** Whether `subject –relation→ object` may be said of these types. */
export function relationAllows(relation: PredicateName, subject: EntityType, object: EntityType): boolean {
  const { from, to }: RelationSpec = RELATIONS[relation]
  return from.includes(subject) && to.includes(object)
}

/** Whether things of this type may have this property. */
export function propertyAllows(property: PropertyName, subject: EntityType): boolean {
  return (PROPERTIES[property] as PropertySpec).of.includes(subject)
}
