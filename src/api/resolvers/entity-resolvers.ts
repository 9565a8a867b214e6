import type { DocumentRecord } from '../../../graph/document.ts'
import type { EntityView } from '../../../graph/entity.ts'
import { ENTITY_TYPES, type PredicateName, RELATIONS } from '../../../graph/ontology/ontology.ts'
import type { StatementView } from '../../../graph/statement.ts'
import type { Page, PageRequest, StatementFilter } from '../../../graph/store/graph-store.ts'
import type { ApiContext } from '../api-context.ts'
import type { Loaders } from '../create-loaders.ts'
import { connectStorePage, type ForwardArguments } from '../paging/connection.ts'
import { readStatementFilter, type StatementFilterInput } from '../read-filters.ts'

const ALL_RELATIONS = Object.keys(RELATIONS) as PredicateName[]

/** What relates an entity to its neighbours: the rule of the port's traversals. */
function relating(
  relations: readonly PredicateName[] | null | undefined,
  direction?: 'out' | 'in' | null,
): StatementFilter {
  return { direction: direction ?? undefined, predicates: relations ?? ALL_RELATIONS, modalities: ['asserted'] }
}

interface NeighbourArguments extends ForwardArguments {
  relations?: PredicateName[] | null
  direction?: 'out' | 'in' | null
}

/**
 * Neighbours by way of the statements that relate them: for a whole list of entities that is one call for the statements and
 * one for the other ends.
 */
async function connectNeighbours({ id }: EntityView, args: NeighbourArguments, { loaders }: ApiContext) {
  const filter = relating(args.relations, args.direction)
  const { edges, pageInfo } = await connectStorePage(args, (page) =>
    loaders.statementsOf.load({ entity: id, filter, page }),
  )
  const ends = await Promise.all(edges.map((edge) => loaders.entity.load(otherEnd(edge.node, id))))
  const related = edges.flatMap(({ cursor, node: statement }, index) => {
    const node = ends[index]
    return node ? [{ cursor, node, statement, direction: statement.subjectEntity === id ? 'out' : 'in' }] : []
  })
  return { edges: related, nodes: related.map((edge) => edge.node), pageInfo }
}

function otherEnd(statement: StatementView, entity: string): string {
  return statement.subjectEntity === entity ? (statement.objectEntity ?? entity) : statement.subjectEntity
}

/** From the ids the entity lists, one call for many entities; past what it lists the store pages through all of them. */
async function pageDocuments(
  { id, documents, documentCount }: EntityView,
  page: PageRequest,
  { loaders, services }: ApiContext,
): Promise<Page<DocumentRecord>> {
  if (documents.length < documentCount) return services.store.documentsOf(id, page)
  const from = Number(page.cursor ?? 0)
  const to = from + page.limit
  const records = await Promise.all(documents.slice(from, to).map((document) => loaders.document.load(document)))
  const items = records.filter((record) => record !== null)
  return { items, ...(to < documents.length ? { cursor: String(to) } : {}) }
}

const PLACING = relating(['LOCATED_IN', 'HELD_IN'], 'out')
/** An entity that is said to lie in more places than this has its strongest ones looked at. */
const PLACES = { limit: 10 }

async function loadPlaces({ id }: EntityView, loaders: Loaders): Promise<EntityView[]> {
  const { items } = await loaders.statementsOf.load({ entity: id, filter: PLACING, page: PLACES })
  const places = await Promise.all(items.map((statement) => loaders.entity.load(statement.objectEntity ?? '')))
  return places.filter((place) => place !== null)
}

async function loadCity(entity: EntityView, loaders: Loaders): Promise<EntityView | null> {
  return (await loadPlaces(entity, loaders)).find((place) => place.type === 'City') ?? null
}

/** The country said, else that of the city said, else the one the entity's own name or text gave. */
async function loadCountry(entity: EntityView, loaders: Loaders): Promise<EntityView | null> {
  const places = await loadPlaces(entity, loaders)
  const said = places.find((place) => place.type === 'Country')
  if (said) return said
  const code = places.find((place) => place.country)?.country ?? entity.country
  return code ? loaders.entity.load(`country/${code}`) : null
}

const entityFields = {
  countryCode: (entity: EntityView) => entity.country ?? /^country\/([A-Z]{2})$/.exec(entity.id)?.[1] ?? null,
  corroboration: (entity: EntityView) => entity.documentCount,
  judgements: (entity: EntityView, _: unknown, { loaders }: ApiContext) => loaders.judgements.load(entity.members),
  async documents(entity: EntityView, args: ForwardArguments, context: ApiContext) {
    const connection = await connectStorePage(args, (page) => pageDocuments(entity, page, context))
    return { ...connection, countAll: () => entity.documentCount }
  },
  statements(
    entity: EntityView,
    args: ForwardArguments & { filter?: StatementFilterInput | null },
    { loaders }: ApiContext,
  ) {
    const filter = readStatementFilter(args.filter)
    return connectStorePage(args, (page) => loaders.statementsOf.load({ entity: entity.id, filter, page }))
  },
  neighbours: connectNeighbours,
}

const placeFields = {
  country: (entity: EntityView, _: unknown, { loaders }: ApiContext) => loadCountry(entity, loaders),
  city: (entity: EntityView, _: unknown, { loaders }: ApiContext) => loadCity(entity, loaders),
}

const conceptFields = {
  concept: (entity: EntityView, _: unknown, { services }: ApiContext) =>
    services.thesaurus.concept(entity.concept ?? entity.id) ?? null,
}

/** One object type for each type of the ontology but Document, which is no entity of the graph. */
export const entityResolvers = {
  Entity: { __resolveType: (entity: EntityView) => entity.type },
  Located: { __resolveType: (entity: EntityView) => entity.type },
  ...Object.fromEntries(
    Object.entries(ENTITY_TYPES)
      .filter(([type]) => type !== 'Document')
      .map(([type, spec]) => [type, { ...entityFields, ...('located' in spec ? placeFields : {}) }]),
  ),
  Metal: { ...entityFields, ...conceptFields },
  WasteStream: { ...entityFields, ...conceptFields },
  Technology: { ...entityFields, ...conceptFields },
  EntityConnection: { totalCount: (connection: { countAll?: () => unknown }) => connection.countAll?.() },
}
