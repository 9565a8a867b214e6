import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { buildApiSchema } from '../../../../src/api/build-schema.ts'
import { measureCost } from '../../../../src/api/plugins/measure-cost.ts'

const schema = buildApiSchema()

function measure(query: string, variables: Record<string, unknown> = {}): number {
  const { definitions } = parse(query)
  const operation = definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)
  const fragments = definitions.filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
  if (!operation) throw new Error('No operation')
  return measureCost({
    schema,
    operation,
    fragments: new Map(fragments.map((each) => [each.name.value, each])),
    variables,
  })
}

describe('the cost of an operation', () => {
  it('is nothing for scalars and one for each object', () => {
    expect(measure('{ __typename }')).toBe(0)
    expect(measure('{ counts { documents entities } }')).toBe(1)
    expect(measure('{ entity(id: "x") { name ... on Located { country { name } } } }')).toBe(2)
  })

  it('multiplies page sizes, written or by default', () => {
    expect(measure('{ entities(first: 7) { nodes { name } } }')).toBe(1 + 7)
    expect(measure('{ entities { nodes { name } } }')).toBe(1 + 20)
    expect(measure('{ entities(first: 10) { edges { node { statements(first: 3) { nodes { id } } } } } }')).toBe(
      1 + 10 * (1 + (1 + (1 + 3))),
    )
  })

  it('sees page sizes in variables', () => {
    expect(measure('query ($n: Int!) { entities(first: $n) { nodes { name } } }', { n: 50 })).toBe(51)
  })

  it('counts ids that are asked for', () => {
    expect(measure('{ nodes(ids: ["a", "b", "c"]) { id } }')).toBe(3)
  })

  it('counts fragments each time they are spread, and aliases each by themselves', () => {
    const fragment = 'fragment F on Query { entities(first: 5) { nodes { name } } }'
    expect(measure(`{ ...F ... on Query { ...F } } ${fragment}`)).toBe(12)
    expect(measure('{ a: counts { entities } b: counts { entities } }')).toBe(2)
  })

  it('adds what finding costs to questions that read much, wherever they stand', () => {
    const light = measure('{ suggest(prefix: "z", first: 1) { name } }')
    const search = measure('{ search(query: "z", first: 1) { nodes { name } } }')
    const graph = measure('{ graph(around: ["x"], limit: 1) { nodes { id } } }')
    const paths = measure('{ paths(from: "x", to: "y", first: 1) { length } }')
    const match = measure('{ match(text: "zinc", first: 1) { matches { score } } }')
    const rising = [light, search, graph, paths, match]
    expect(rising).toEqual([...rising].sort((a, b) => a - b))
    expect(new Set(rising).size).toBe(5)
    expect(
      measure(
        '{ ...F ... on Query { ...F } } fragment F on Query { match(text: "z", first: 1) { matches { score } } }',
      ),
    ).toBe(2 * match)
  })

  it('takes no more than linear time for fragments that double', () => {
    const levels = Array.from(
      { length: 60 },
      (_, level) => `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} }`,
    )
    expect(measure(`{ ...F0 } ${levels.join(' ')} fragment F60 on Query { counts { entities } }`)).toBe(2 ** 60)
  })

  it('never falls below one for sizes that make no sense', () => {
    expect(measure('{ entities(first: -5) { nodes { name } } }')).toBe(2)
    expect(measure('{ entities(first: 1000000) { nodes { name } } }')).toBe(501)
  })
})
