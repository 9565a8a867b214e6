import type { GraphPlan } from '../../graph/graph-plan.ts'
import type { Statement } from '../../graph/statement.ts'

function nameOf(plan: GraphPlan, id: string): string {
  const entity = plan.entities.find((each) => each.id === id)
  return entity ? `${entity.name} (${entity.type})` : id
}

function renderStatement(
  plan: GraphPlan,
  { subject, predicate, object, value, modality, evidence }: Statement,
): string {
  const end = object === undefined ? (value?.text ?? '') : nameOf(plan, object)
  const place = evidence[0] ? `“${evidence[0].quote}”` : ''
  return `${nameOf(plan, subject)} ${predicate} ${end}${modality === 'asserted' ? '' : ` [${modality}]`}  ${place}`
}

const MARK = { add: '+', support: '+', renew: '=', supersede: '-', unsupport: '-', remove: '-' } as const

/** The exact difference a plan would make, a line a statement: `+` said now, `=` said still, `-` said no longer. */
export function renderPlan(plan: GraphPlan): string {
  const lines = [`${plan.status} ${plan.document.source}: ${plan.entities.length} entities`]
  for (const { change, statement } of plan.assert)
    lines.push(`  ${MARK[change]} ${change.padEnd(9)} ${renderStatement(plan, statement)}`)
  for (const { change, id } of plan.retire) lines.push(`  ${MARK[change]} ${change.padEnd(9)} ${id}`)
  for (const { left, right, verdict, score, reasons } of plan.judgements) {
    lines.push(`  ~ ${verdict.padEnd(9)} ${nameOf(plan, left)} and ${right}, ${score}: ${reasons.join('; ')}`)
  }
  return `${lines.join('\n')}\n`
}
