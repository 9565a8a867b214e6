import type { EntityView } from '../../../graph/entity.ts'
import type { StatementView } from '../../../graph/statement.ts'
import { type Chain, type Concern, chainKey, isTradeWide } from './chain.ts'
import type { Facts } from './facts.ts'
import { type Counts, isEmptyTechnology } from './find-concerns.ts'
import { standTogether } from './stand-together.ts'

interface Sources {
  facts: Facts
  /** By entity. */
  concerns: ReadonlyMap<string, Concern[]>
  counts: Counts
}

/**
 * Every way from the need through technology and plant to an enterprise that the statements allow, each set of parts once.
 * Shorter chains stand beside longer ones; ranking drops those that say less.
 */
export function assembleChains(sources: Sources): Chain[] {
  const chains = new Map<string, Chain>()
  const add = (parts: Omit<Chain, 'concerns'>) => {
    const concerns = gatherConcerns(parts, sources)
    const chain = { ...parts, concerns }
    const key = chainKey(chain)
    if (concerns.length > 0 && !chains.has(key)) chains.set(key, chain)
    return concerns.length > 0
  }
  for (const project of listProjects(sources)) chainProject(project, sources, add)
  for (const { entity: technology } of listConcerned(sources, 'technology')) chainTechnology(technology, sources, add)
  for (const { entity: enterprise } of listConcerned(sources, 'enterprise')) add({ enterprise, links: [] })
  return [...chains.values()]
}

/** Keeps the chain where something ties it to the need, and says whether that was so. */
type Add = (parts: Omit<Chain, 'concerns'>) => boolean

function listConcerned({ facts, concerns }: Sources, by: Concern['by']): { entity: EntityView; best: Concern }[] {
  return [...concerns].flatMap(([id, found]) => {
    const entity = facts.entity(id)
    const best = [...found].sort((a, b) => b.concept.weight - a.concept.weight)[0]
    return entity && best?.by === by ? [{ entity, best }] : []
  })
}

/** Plants and projects that treat the waste or show a technology that does, but for those nobody says exist yet. */
function listProjects(sources: Sources): EntityView[] {
  const { facts, counts } = sources
  const found = new Map(listConcerned(sources, 'project').map(({ entity }) => [entity.id, entity]))
  for (const { entity } of listConcerned(sources, 'technology')) {
    for (const { subjectEntity } of facts.to(entity.id, 'DEMONSTRATES').filter(counts)) {
      const project = facts.entity(subjectEntity)
      if (project) found.set(project.id, project)
    }
  }
  return [...found.values()].filter(({ id }) => {
    const operated = facts.to(id, 'OPERATES')
    return operated.length === 0 || operated.some(counts)
  })
}

function chainProject(project: EntityView, sources: Sources, add: Add): void {
  const { facts, concerns, counts } = sources
  const shown = demonstrated(project, sources)
  const runners = facts
    .to(project.id, 'OPERATES', 'PARTICIPATED_IN')
    .filter((statement) => counts(statement) && isActor(facts.entity(statement.subjectEntity)))
  for (const statement of runners) {
    const enterprise = facts.entity(statement.subjectEntity)
    for (const { technology, links } of shown) add({ technology, project, enterprise, links: [statement, ...links] })
    if (shown.length === 0 && enterprise) {
      const only = findOnlyTechnology(project, enterprise, sources)
      if (only)
        add({ technology: only.technology, project, enterprise, links: [statement, only.offer], supposed: true })
    }
    if (concerns.has(project.id)) add({ project, enterprise, links: [statement] })
  }
  if (runners.length > 0) return
  for (const { technology, links } of shown) add({ technology, project, links })
  if (concerns.has(project.id)) add({ project, links: [] })
}

function demonstrated(project: EntityView, sources: Sources): { technology: EntityView; links: StatementView[] }[] {
  const { facts, concerns, counts } = sources
  return facts.from(project.id, 'DEMONSTRATES').flatMap((statement) => {
    const technology = facts.entity(statement.objectEntity)
    const bears =
      technology && !isEmptyTechnology(technology) && (concerns.has(technology.id) || concerns.has(project.id))
    return bears && counts(statement) ? [{ technology, links: [statement] }] : []
  })
}

/** The one technology an operator offers for the very waste its plant treats; `null` where it offers none or several. */
function findOnlyTechnology(
  project: EntityView,
  enterprise: EntityView,
  { facts, concerns, counts }: Sources,
): { technology: EntityView; offer: StatementView } | null {
  const treated = new Set((concerns.get(project.id) ?? []).map(({ concept }) => concept.id))
  const offers = facts
    .from(enterprise.id, 'OFFERS')
    .filter(counts)
    .flatMap((offer) => {
      const technology = facts.entity(offer.objectEntity)
      const fits = technology && concerns.get(technology.id)?.some(({ concept }) => treated.has(concept.id))
      return fits ? [{ technology, offer }] : []
    })
  const first = offers[0]
  return first && offers.every(({ technology }) => technology.id === first.technology.id) ? first : null
}

function chainTechnology(technology: EntityView, sources: Sources, add: Add): void {
  const { facts, counts } = sources
  const offered = facts
    .to(technology.id, 'OFFERS')
    .filter(counts)
    .map((offer) => add({ technology, enterprise: facts.entity(offer.subjectEntity), links: [offer] }))
  if (!offered.includes(true)) add({ technology, links: [] })
}

/**
 * What ties the parts to the need. A process of its own name carries what it treats to whoever has it. A process known to the
 * whole trade does not: that one firm smelts e-waste and another smelts concentrate makes no match. There only what is
 * said in one place with the link counts, or what plant or enterprise is said to treat as well.
 */
function gatherConcerns(
  { technology, project, enterprise, links }: Omit<Chain, 'concerns'>,
  { concerns }: Sources,
): Concern[] {
  const [process, plant, firm] = [technology, project, enterprise].map((part) => concerns.get(part?.id ?? '') ?? [])
  const others = [...(plant ?? []), ...(firm ?? [])]
  if (!technology || !isTradeWide(technology) || (!project && !enterprise)) return [...(process ?? []), ...others]
  const bearing = (process ?? []).filter(
    ({ statement, concept }) =>
      links.some((link) => link.id === statement.id || standTogether(link, statement)) ||
      // What one firm plans with a process is no plan of another's.
      (statement.modality === 'asserted' && (project ? plant : firm)?.some((other) => other.concept.id === concept.id)),
  )
  return bearing.length > 0 || plant?.length ? [...bearing, ...others] : []
}

function isActor(entity: EntityView | undefined): boolean {
  return entity?.type === 'Enterprise' || entity?.type === 'Organization'
}
