import type { StatementView } from '../../../graph/statement.ts'
import { type Chain, partsOf } from '../gather/chain.ts'
import { type JudgeContext, type Judgement, notAsked } from './judgement.ts'
import { SCALE, WEIGHTS } from './weights.ts'

/** Which of the metals sought are said to be recovered. */
export function judgeMetal(chain: Chain, { need, scope, concepts, facts, counts }: JudgeContext): Judgement {
  if (need.metals.length === 0) return notAsked('metal', 'The need names no metal.')
  const statements: StatementView[] = []
  const sentences: string[] = []
  let sum = 0
  for (const metal of need.metals) {
    const found = partsOf(chain)
      .flatMap((part) => facts.from(part.id, 'RECOVERS', 'TREATS').map((statement) => ({ part, statement })))
      .flatMap((said) => {
        const concept = concepts.metal.get(said.statement.objectEntity ?? '')
        return concept?.asked.id === metal.id && counts(said.statement) ? [{ ...said, concept }] : []
      })
      .sort((a, b) => b.concept.weight - a.concept.weight)
    const best = found[0]
    if (!best) {
      sentences.push(`No document says that ${metal.label} is recovered.`)
      continue
    }
    sum += best.concept.weight
    statements.push(best.statement)
    sentences.push(
      best.concept.relation === 'holds'
        ? `${best.part.name} treats ${best.concept.label}, which holds ${metal.label}.`
        : `${best.part.name} recovers ${best.concept.label}.`,
    )
  }
  const open = statements.length === 0
  const mean = sum / need.metals.length
  const weak =
    !open &&
    Math.max(...statements.map(({ objectEntity }) => concepts.metal.get(objectEntity ?? '')?.weight ?? 0)) <
      SCALE.conceptFails
  const asked = need.metals.map(({ label }) => label).join(', ')
  return {
    name: 'metal',
    asked: true,
    score: open ? null : Math.max(mean, WEIGHTS.metal.unknown),
    because: sentences.join(' '),
    statements,
    ...(open && { missing: [`Is ${asked} recovered, and at what rate?`] }),
    ...(weak && scope.anchor === 'metal' && { wouldNeed: `A document that says it recovers ${asked}.` }),
  }
}
