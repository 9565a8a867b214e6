import type { EntityView } from '../../../graph/entity.ts'
import type { Chain } from '../gather/chain.ts'
import { type JudgeContext, type Judgement, notAsked } from './judgement.ts'
import { listExcludedTechnologies } from './list-excluded-technologies.ts'
import { WEIGHTS } from './weights.ts'

/** Whether the technology is the one asked for, or one like it; one the need excludes fails. */
export function judgeTechnology(chain: Chain, context: JudgeContext): Judgement {
  const { need, concepts } = context
  const excluded = listExcludedTechnologies(chain, context)
  if (excluded.length > 0) return refuseExcluded(chain, excluded)
  const asked = need.technologies.map(({ label }) => label).join(', ')
  if (!asked) return notAsked('technology', 'The need asks for no particular technology.')
  const { technology } = chain
  if (!technology) {
    const because = 'No document says which technology is used.'
    return { name: 'technology', asked: true, score: null, because, statements: [] }
  }
  const statements = [
    ...chain.links,
    ...chain.concerns.filter(({ by }) => by === 'technology').map((concern) => concern.statement),
  ].filter(({ subjectEntity, objectEntity }) => subjectEntity === technology.id || objectEntity === technology.id)
  const concept = concepts.technology.get(technology.id)
  const because = !concept
    ? `It uses ${technology.name}, not ${asked}.`
    : concept.relation === 'same'
      ? `${technology.name} is what was asked for.`
      : `${technology.name} stands near ${asked}: ${concept.relation}.`
  return {
    name: 'technology',
    asked: true,
    score: Math.max(concept?.weight ?? 0, WEIGHTS.technology.unknown),
    because,
    statements,
  }
}

function refuseExcluded({ links }: Chain, excluded: readonly EntityView[]): Judgement {
  const names = excluded.map(({ name }) => name).join(', ')
  return {
    name: 'technology',
    asked: true,
    score: 0,
    because: `It rests on ${names}, which the need excludes.`,
    statements: links.filter(({ objectEntity }) => excluded.some(({ id }) => id === objectEntity)),
    wouldNeed: `A need that allows ${names}, or a document that shows it done in another way.`,
  }
}
