import {
  type GraphQLEnumType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { ENTITY_TYPES, PROPERTIES, RELATIONS } from '../../../graph/ontology/ontology.ts'
import { buildApiSchema } from '../../../src/api/build-schema.ts'
import { enumResolvers } from '../../../src/api/resolvers/enum-resolvers.ts'
import { FACETS } from '../../../src/search/search-index.ts'

let schema: GraphQLSchema
beforeAll(() => {
  schema = buildApiSchema()
})

const enumNames = (name: string) => (schema.getType(name) as GraphQLEnumType).getValues().map((value) => value.name)

/** Everything of a type that a reader may want explained, with its description. */
function* explain(type: GraphQLNamedType): Generator<[string, string | null | undefined]> {
  yield [type.name, type.description]
  if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description]
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field.description]
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description]
      for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name})`, arg.description]
    }
  }
}

describe('the contract', () => {
  it('names every entity type of the ontology, each with its own object type', () => {
    expect(enumNames('EntityType').sort()).toEqual(Object.keys(ENTITY_TYPES).sort())
    for (const [name, spec] of Object.entries(ENTITY_TYPES)) {
      const type = schema.getType(name)
      expect(isObjectType(type), name).toBe(true)
      if (!isObjectType(type) || name === 'Document') continue
      const interfaces = type.getInterfaces().map((each) => each.name)
      expect(interfaces.sort(), name).toEqual(['Entity', ...('located' in spec ? ['Located'] : []), 'Node'])
      expect(type.description, name).toBe(spec.description)
    }
  })

  it('names every relation and property of the ontology and no other', () => {
    expect(enumNames('Relation').sort()).toEqual(Object.keys(RELATIONS).sort())
    expect(enumNames('Predicate').sort()).toEqual([...Object.keys(RELATIONS), ...Object.keys(PROPERTIES)].sort())
  })

  it('takes every facet of the search index as a filter', () => {
    const filters = schema.getType('SearchFilters')
    expect(isInputObjectType(filters) && Object.keys(filters.getFields()).sort()).toEqual([...FACETS].sort())
  })

  it('has a value of ours behind every other enum value', () => {
    const named = ['EntityType', 'Relation', 'Predicate']
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isEnumType(type) || isIntrospectionType(type) || named.includes(type.name)) continue
      const values = enumResolvers[type.name as keyof typeof enumResolvers]
      expect(Object.keys(values ?? {}).sort(), type.name).toEqual(enumNames(type.name).sort())
    }
  })

  it('explains every type, field, argument and enum value', () => {
    const unexplained = Object.values(schema.getTypeMap())
      .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
      .flatMap((type) => [...explain(type)])
      .filter(([, description]) => !description?.trim())
      .map(([name]) => name)
    expect(unexplained).toEqual([])
  })
})
