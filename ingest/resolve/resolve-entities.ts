import type { Judgement, SourceEntity } from '../../graph/entity.ts'
import type { StatementView } from '../../graph/statement.ts'
import type { EntityStore, ResolutionCandidate } from '../../graph/store/graph-store.ts'
import { foldName } from '../../graph/values/fold-name.ts'
import type { DocumentClaims } from '../claim/document-claims.ts'
import { type ComparedEntity, compareEntities, SAME, UNSURE } from './compare-entities.ts'

/** Names a rule made this judgement; a curator's judgement on the same pair wins. */
export const RESOLVER = 'rule:names-and-context'

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
    .filter((id): id is string => id !== undefined && !isOfTheWorld(id))
  const ids = [...new Set(ends)]
  const names = new Map(
    (await store.entities(ids)).map((entity, index) => [ids[index], entity && foldName(entity.name)]),
  )
  return new Map(
    candidates.map((candidate) => {
      const said = statements.get(candidate.canonical) ?? []
      const context = said
        .map((each) => contextKey(otherEnd(candidate.canonical, each), names))
        .filter((key) => key !== undefined)
      return [candidate.id, { entity: candidate, context: new Set(context), years: yearsOf(said) }]
    }),
  )
}

function otherEnd(canonical: string, statement: StatementView): string | undefined {
  return statement.subjectEntity === canonical ? statement.objectEntity : statement.subjectEntity
}

function contextKey(id: string | undefined, names: Map<string | undefined, string | null>): string | undefined {
  if (id === undefined) return undefined
  return isOfTheWorld(id) ? id : (names.get(id) ?? undefined)
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
  const own = new Map(
    claims.entities.map((entity) => [entity.id, { entity, context: new Set<string>(), years: new Set<string>() }]),
  )
  const key = (id: string) => (isOfTheWorld(id) ? id : foldName(own.get(id)?.entity.name ?? ''))
  for (const statement of claims.statements) {
    const { subject, object } = statement
    for (const year of yearsOf([statement])) own.get(subject)?.years.add(year)
    if (object === undefined) continue
    own.get(subject)?.context.add(key(object))
    own.get(object)?.context.add(key(subject))
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
    const met = new Set((forms.get(entity.id) ?? []).flatMap((form) => byForm.get(form) ?? []))
    const rivals = [...met].filter(({ id, type }) => type === entity.type && !judged.has(pairKey(entity.id, id)))
    return ours && rivals.length > 0 ? [{ ours, rivals: keepDistinct(rivals) }] : []
  })
  // What ties a rival has is asked only where ours has some to compare them with.
  const compared = pairings.filter(({ ours }) => ours.context.size > 0 || ours.years.size > 0)
  const described = await describeCandidates(store, [...new Set(compared.flatMap(({ rivals }) => rivals))])

  return pairings.flatMap(({ ours, rivals }) => {
    const proposals = rivals.flatMap((rival): Judgement[] => {
      const { score, reasons } = compareEntities(ours, described.get(rival.id) ?? { ...UNTIED, entity: rival })
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

const UNTIED = { context: new Set<string>(), years: new Set<string>() }

function groupByForm(candidates: readonly ResolutionCandidate[]): Map<string, ResolutionCandidate[]> {
  const byForm = new Map<string, ResolutionCandidate[]>()
  for (const candidate of candidates) {
    for (const form of foldedForms(candidate)) {
      const known = byForm.get(form)
      if (known) known.push(candidate)
      else byForm.set(form, [candidate])
    }
  }
  return byForm
}

/** A thing that hundreds of documents name alike compares with each of them alike: the one of the least id stands for them. */
function keepDistinct(rivals: readonly ResolutionCandidate[]): ResolutionCandidate[] {
  const distinct = new Map<string, ResolutionCandidate>()
  for (const rival of rivals) {
    const key = JSON.stringify([rival.canonical, rival.name, rival.country, rival.aliases])
    const known = distinct.get(key)
    if (!known || rival.id < known.id) distinct.set(key, rival)
  }
  return [...distinct.values()]
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
