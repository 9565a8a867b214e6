import { ENTITY_TYPES, PROPERTIES, RELATIONS } from '../../../graph/ontology/ontology.ts'

/** The tables of the ontology as lists; computed once, for they never change while the server runs. */
const ontology = {
  types: Object.entries(ENTITY_TYPES).map(([name, spec]) => ({ name, ...spec, located: 'located' in spec })),
  relations: Object.entries(RELATIONS).map(([name, spec]) => ({
    name,
    ...spec,
    symmetric: 'symmetric' in spec,
    qualifiers: 'qualifiers' in spec ? spec.qualifiers : [],
  })),
  properties: Object.entries(PROPERTIES).map(([name, spec]) => ({ name, ...spec })),
}

export const ontologyResolvers = { Query: { ontology: () => ontology } }
