import fc from 'fast-check'
import type { SourceEntity } from '../../graph/entity.ts'
import type { EntityType, PredicateName } from '../../graph/ontology/ontology.ts'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import { type Claim, ingest, judged, named, type Reading, withdraw, worldly } from './build-reading.ts'

const SOURCES = ['a.txt', 'b.txt', 'c.txt', 'd.txt']

/** One thing that happens to a graph in which firms run plants, plants show technologies, people work somewhere. */
export type Happening =
  | { kind: 'ingest'; reading: Reading }
  | { kind: 'withdraw'; source: string }
  | { kind: 'judge'; type: EntityType; left: string; right: string; verdict: 'same' | 'different' }
  | { kind: 'decide'; nth: number; status: 'accepted' | 'rejected' }

const RELATIONS: [EntityType, PredicateName, EntityType][] = [
  ['Enterprise', 'OPERATES', 'Facility'],
  ['Enterprise', 'OFFERS', 'Technology'],
  ['Facility', 'DEMONSTRATES', 'Technology'],
  ['Facility', 'TREATS', 'WasteStream'],
  ['Technology', 'TREATS', 'WasteStream'],
  ['Enterprise', 'RECOVERS', 'Metal'],
  ['Person', 'AFFILIATED_WITH', 'Enterprise'],
  ['Facility', 'LOCATED_IN', 'City'],
  ['Enterprise', 'LOCATED_IN', 'Country'],
]

/** Names of documents' own entities: documents share them, and so may be judged to mean one thing. */
const NAMES = ['Arden', 'Brook', 'Cray']

/** Each document calls things of the world its own way, as its language has it. */
const WORLD: Partial<Record<EntityType, { ids: string[]; names: string[]; country?: string }>> = {
  WasteStream: {
    ids: ['waste-stream/steel-dust', 'waste-stream/aluminium-dross'],
    names: ['dust', '钢铁粉尘', 'Dust!'],
  },
  Metal: { ids: ['metal/zinc'], names: ['zinc', '锌'] },
  City: { ids: ['city/1607552'], names: ['Rayong', 'ระยอง', 'Rayong town'], country: 'TH' },
  Country: { ids: ['country/TH'], names: ['Thailand', 'ประเทศไทย'], country: 'TH' },
}

function arbitraryEntity(source: string, type: EntityType): fc.Arbitrary<SourceEntity> {
  const world = WORLD[type]
  if (world)
    return fc.tuple(fc.constantFrom(...world.ids), fc.constantFrom(...world.names)).map(([id, name]) => ({
      ...worldly(id, type, name),
      ...(world.country ? { country: world.country } : { concept: id }),
    }))
  const more: fc.Arbitrary<Partial<SourceEntity>> = fc.record(
    {
      aliases: fc.subarray(['The works', 'Works of old']),
      country: fc.constantFrom('DE', 'TH'),
      ...(type === 'Technology' ? { concept: fc.constant('technology/lead-battery-recycling') } : {}),
    },
    { requiredKeys: ['aliases'] },
  )
  return fc.tuple(fc.constantFrom(...NAMES), more).map(([name, rest]) => named(source, type, name, rest))
}

function arbitraryClaim(source: string): fc.Arbitrary<Claim> {
  return fc.constantFrom(...RELATIONS).chain(([from, predicate, to]) =>
    fc.record({
      subject: arbitraryEntity(source, from),
      predicate: fc.constant(predicate),
      object: arbitraryEntity(source, to),
      confidence: fc.constantFrom(0.6, 0.9),
      modality: fc.constantFrom('asserted' as const, 'asserted' as const, 'planned' as const),
      qualifiers: fc.constantFrom(undefined, {
        period: { kind: 'date' as const, text: '2024', start: '2024', precision: 'year' as const },
      }),
    }),
  )
}

const arbitrarySource = fc.constantFrom(...SOURCES)

const arbitraryHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: arbitrarySource
      .chain((source) =>
        fc.record({ source: fc.constant(source), claims: fc.array(arbitraryClaim(source), { maxLength: 6 }) }),
      )
      .map((reading): Happening => ({ kind: 'ingest', reading })),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), source: arbitrarySource }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom<EntityType>('Enterprise', 'Facility', 'Technology', 'Person'),
        fc.uniqueArray(arbitrarySource, { minLength: 2, maxLength: 2 }),
        fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES)),
        fc.constantFrom('same' as const, 'same' as const, 'different' as const),
      )
      .map(
        ([type, [a = '', b = ''], [x, y], verdict]): Happening => ({
          kind: 'judge',
          type,
          left: named(a, type, x).id,
          right: named(b, type, y).id,
          verdict,
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      nth: fc.nat(30),
      status: fc.constantFrom('accepted' as const, 'rejected' as const),
    }),
  },
)

/** What happens to a graph, one after the other: documents come, change and go, and curators judge. */
export const arbitraryHistory: fc.Arbitrary<Happening[]> = fc.array(arbitraryHappening, { minLength: 4, maxLength: 16 })

/** Lets it happen; what cannot (no such document, entity or statement just now) does not. */
export async function happen(store: GraphStore, happening: Happening): Promise<void> {
  const at = '2026-02-01T00:00:00.000Z'
  if (happening.kind === 'ingest') return ingest(store, happening.reading)
  if (happening.kind === 'withdraw') {
    const known = (await store.listDocuments({ limit: 10 })).items.some(({ source }) => source === happening.source)
    return known ? withdraw(store, happening.source) : undefined
  }
  if (happening.kind === 'judge') {
    const { left, right, verdict } = happening
    if ((await store.entities([left, right])).includes(null)) return undefined
    return store.judge([judged(left, right, verdict, { by: 'staff', at })])
  }
  const statements = await listStatements(store)
  const statement = statements[happening.nth % Math.max(1, statements.length)]
  if (statement) await store.decide({ statement, status: happening.status, by: 'staff', at })
}

async function listStatements(store: GraphStore): Promise<string[]> {
  const documents = (await store.listDocuments({ limit: 10 })).items
  const pages = await Promise.all(documents.map(({ id }) => store.statementsIn(id, { limit: 50 })))
  return pages.flatMap(({ items }) => items.map(({ id }) => id))
}
