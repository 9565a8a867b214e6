import type { EntityView } from '../../../graph/entity.ts'
import type { Chain } from '../gather/chain.ts'
import type { JudgeContext } from './judgement.ts'

/**
 * The technologies a chain rests on, where the need excludes all of them: its own, else those its plant shows, else those
 * its enterprise offers. What has another way open is not excluded.
 */
export function listExcludedTechnologies(chain: Chain, context: JudgeContext): EntityView[] {
  const { need, facts, counts } = context
  if (!need.excluded?.length) return []
  const isOut = findExcludedKinds(context)
  const used = (id: string | undefined, predicate: 'DEMONSTRATES' | 'OFFERS') =>
    facts
      .from(id, predicate)
      .filter(counts)
      .flatMap(({ objectEntity }) => facts.entity(objectEntity) ?? [])
      .filter(({ type }) => type === 'Technology')
  const technologies = chain.technology
    ? [chain.technology]
    : chain.project
      ? used(chain.project.id, 'DEMONSTRATES')
      : used(chain.enterprise?.id, 'OFFERS')
  return technologies.every(isOut) ? [...new Set(technologies)] : []
}

/** Tells what the need excludes, kinds of it included. */
export function findExcludedKinds({ need, thesaurus }: JudgeContext): (entity: EntityView) => boolean {
  const excluded = new Set(
    (need.excluded ?? []).flatMap(({ id }) => [id, ...thesaurus.narrower(id).map((kind) => kind.id)]),
  )
  return ({ id, concept, members }) => [id, concept ?? id, ...members].some((one) => excluded.has(one))
}
