import type { Judgement, SourceEntity } from '../../graph/entity.ts'
import type { StatementView } from '../../graph/statement.ts'
import type { EntityStore, ResolutionCandidate } from '../../graph/store/graph-store.ts'
import { foldName } from '../../graph/values/fold-name.ts'
import { organisationKey } from '../../graph/values/organisation-name.ts'
import type { DocumentClaims } from '../claim/document-claims.ts'
import { type ComparedEntity, compareEntities, SAME, UNSURE } from './compare-entities.ts'

/** Names a rule made this judgement; a curator's judgement on the same pair wins. */
export const RESOLVER = 'rule:names-and-context'

/**
 * A name, or a short form of one, that more candidates of a type bear says nothing of which one is meant. Without this bound
 * two editions of a long directory would be compared each with each.
 */
const MOST_BEARERS = 50

/** Enough statements to see what an entity is tied to. */
const CONTEXT_STATEMENTS = 50

function pairKey(left: string, right: string): string {
  return left < right ? `${left} ${right}` : `${right} ${left}`
}

function byScoreThenId(left: Judgement, right: Judgement): number {
  return right.score - left.score || (left.right < right.right ? -1 : 1)
}

async function describeCandidates(
  store: EntityStore,
  candidates: ResolutionCandidate[],
): Promise<Map<string, ComparedEntity>> {
  const canonical = [...new Set(candidates.map((each) => each.canonical))]
  const pages = await store.statementsOf(canonical, { brief: true }, { limit: CONTEXT_STATEMENTS })
  const statements = new Map(canonical.map((id, index) => [id, pages[index]?.items ?? []]))
  const ends = [...statements]
    .flatMap(([id, said]) => said.map((each) => otherEnd(id, each)))
    .filter((id): id is string => id !== undefined && (!isOfTheWorld(id) || id.startsWith('city/')))
  const ids = [...new Set(ends)]
  const known = new Map((await store.entities(ids)).map((entity, index) => [ids[index], entity]))
  return new Map(
    candidates.map((candidate) => {
      const said = statements.get(candidate.canonical) ?? []
      const described = describe(candidate, yearsOf(said))
      for (const statement of said) {
        const end = otherEnd(candidate.canonical, statement)
        const entity = known.get(end)
        const key = end !== undefined && isOfTheWorld(end) ? end : entity && tieKey(entity)
        if (end === undefined || !key) continue
        described.context.add(key)
        if (statement.subjectEntity !== candidate.canonical || statement.modality !== 'asserted') continue
        if (PLACING.has(statement.predicate)) addPlace(described, end, entity?.country)
        else if (statement.predicate === 'OPERATES' && entity?.country) described.sites.add(entity.country)
      }
      return [candidate.id, described]
    }),
  )
}

/** A firm ties alike whether it is named with its legal form or without. */
function tieKey({ type, name }: Pick<SourceEntity, 'type' | 'name'>): string {
  return type === 'Enterprise' || type === 'Organization' ? organisationKey(name) : foldName(name)
}

/** Predicates that say where something is or holds; one it is only named with says nothing. */
const PLACING: ReadonlySet<string> = new Set(['LOCATED_IN', 'HELD_IN', 'APPLIES_IN'])

interface Described extends ComparedEntity {
  context: Set<string>
  places: Set<string>
  countries: Set<string>
  sites: Set<string>
  years: Set<string>
}

function describe(entity: SourceEntity, years = new Set<string>()): Described {
  return {
    entity,
    context: new Set(),
    places: new Set(),
    countries: new Set(entity.country ? [entity.country] : []),
    sites: new Set(),
    years,
  }
}

function addPlace({ places, countries }: Described, place: string, country: string | undefined): void {
  places.add(place)
  const code = place.startsWith('country/') ? place.slice('country/'.length) : country
  if (code !== undefined) countries.add(code)
}

function otherEnd(canonical: string, statement: StatementView): string | undefined {
  return statement.subjectEntity === canonical ? statement.objectEntity : statement.subjectEntity
}

/** Its id says what it is: a country, a metal, a waste stream. */
function isOfTheWorld(id: string): boolean {
  return id.includes('/')
}

function yearsOf(statements: readonly Pick<StatementView, 'value' | 'qualifiers'>[]): Set<string> {
  const dates = statements
    .flatMap(({ value, qualifiers }) => [value, qualifiers?.period])
    .filter((date) => date?.kind === 'date')
  return new Set(dates.map((date) => date.start.slice(0, 4)))
}

function describeOwn(claims: DocumentClaims): Map<string, ComparedEntity> {
  const own = new Map(claims.entities.map((entity) => [entity.id, describe(entity)]))
  const key = (id: string) => {
    const named = own.get(id)?.entity
    return isOfTheWorld(id) || named === undefined ? id : tieKey(named)
  }
  for (const statement of claims.statements) {
    const { subject, predicate, object, modality } = statement
    const described = own.get(subject)
    for (const year of yearsOf([statement])) described?.years.add(year)
    if (object === undefined) continue
    described?.context.add(key(object))
    own.get(object)?.context.add(key(subject))
    if (described && PLACING.has(predicate) && modality === 'asserted')
      addPlace(described, object, own.get(object)?.entity.country)
  }
  // Where its plants stand a firm is known too.
  for (const { subject, predicate, object } of claims.statements) {
    if (predicate !== 'OPERATES' || object === undefined) continue
    for (const country of own.get(object)?.countries ?? []) own.get(subject)?.sites.add(country)
  }
  return own
}

/**
 * Judges each entity the document names against those the graph knows. At most one `same` for each entity, the best;
 * what is likely but not certain becomes `unsure`; pairs somebody has judged are left alone. Reads, never writes.
 */
export async function resolveEntities(store: EntityStore, claims: DocumentClaims, at: string): Promise<Judgement[]> {
  const local = claims.entities.filter((entity) => !isOfTheWorld(entity.id))
  const own = new Set(claims.entities.map((entity) => entity.id))
  const forms = new Map(local.map((entity) => [entity.id, foldedForms(entity)]))
  const types = new Set(local.map(({ type }) => type))
  const found = await store.candidates([...new Set([...forms.values()].flat())])
  const candidates = found.filter((candidate) => !own.has(candidate.id) && types.has(candidate.type))
  if (candidates.length === 0) return []

  const judged = new Set((await store.judgements([...own])).map(({ left, right }) => pairKey(left, right)))
  const byForm = groupByForm(candidates)
  const describedOwn = describeOwn(claims)
  const pairings = local.flatMap((entity): Pairing[] => {
    const ours = describedOwn.get(entity.id)
    const met = (forms.get(entity.id) ?? []).flatMap((form) => {
      const bearers = byForm.get(`${entity.type} ${form}`) ?? []
      return bearers.length > MOST_BEARERS ? [] : bearers
    })
    const rivals = [...new Set(met)].filter(({ id }) => !judged.has(pairKey(entity.id, id)))
    return ours && rivals.length > 0 ? [{ ours, rivals }] : []
  })
  // What ties a rival has is asked only where ours has some to compare them with.
  const compared = pairings.filter(
    ({ ours }) => ours.context.size > 0 || ours.years.size > 0 || ours.countries.size > 0,
  )
  const described = await describeCandidates(store, [...new Set(compared.flatMap(({ rivals }) => rivals))])

  return pairings.flatMap(({ ours, rivals }) => {
    const proposals = rivals.flatMap((rival): Judgement[] => {
      const { score, reasons } = compareEntities(ours, described.get(rival.id) ?? describe(rival))
      if (score < UNSURE) return []
      return [
        {
          left: ours.entity.id,
          right: rival.id,
          verdict: score >= SAME ? 'same' : 'unsure',
          score,
          reasons,
          by: RESOLVER,
          at,
        },
      ]
    })
    return keepBest(proposals.sort(byScoreThenId), new Map(rivals.map((each) => [each.id, each.canonical])))
  })
}

interface Pairing {
  ours: ComparedEntity
  rivals: ResolutionCandidate[]
}

function groupByForm(candidates: readonly ResolutionCandidate[]): Map<string, ResolutionCandidate[]> {
  const byForm = new Map<string, ResolutionCandidate[]>()
  for (const candidate of candidates) {
    for (const form of new Set(foldedForms(candidate))) {
      const key = `${candidate.type} ${form}`
      const known = byForm.get(key)
      if (known) known.push(candidate)
      else byForm.set(key, [candidate])
    }
  }
  return byForm
}

/** Only the best `same` stands; a second cluster as good would be merged through this entity, so it is left to a curator. */
function keepBest(sorted: Judgement[], canonical: Map<string, string>): Judgement[] {
  const seen = new Set<string | undefined>()
  return sorted.flatMap((judgement, index) => {
    const cluster = canonical.get(judgement.right)
    if (seen.has(cluster)) return []
    seen.add(cluster)
    return index > 0 && judgement.verdict === 'same' ? [{ ...judgement, verdict: 'unsure' as const }] : [judgement]
  })
}

function foldedForms(entity: SourceEntity): string[] {
  return [entity.name, ...entity.aliases]
    .map(foldName)
    .concat(entity.keys ?? [])
    .filter((form) => form.length > 1)
}
