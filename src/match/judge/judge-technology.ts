import type { Chain } from '../gather/chain.ts'
import { type JudgeContext, type Judgement, notAsked } from './judgement.ts'
import { WEIGHTS } from './weights.ts'

/** Whether the technology is the one asked for, or one like it. */
export function judgeTechnology(chain: Chain, { need, concepts }: JudgeContext): Judgement {
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
