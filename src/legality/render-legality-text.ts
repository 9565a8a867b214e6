import type { CitedRule, LegalityAnswer } from './legality.ts'

const LONGEST_QUOTE = 240

/** The answer as a person reads it on a terminal. Ends with a line break. */
export function renderLegalityText(answer: LegalityAnswer): string {
  const { waste, from, to, purpose, date, because, conditions, rules, notes, notice } = answer
  const label = waste.concepts.map((concept) => concept.label).join(', ') || waste.text || '?'
  const way = `${from?.label ?? '?'} → ${to?.label ?? '?'}`
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : []
  const lines = [
    `${label}, ${way}, for ${purpose}, on ${date}`,
    '',
    `${answer.answer.charAt(0).toUpperCase()}${answer.answer.slice(1)}.`,
    ...list('Because', because),
    ...list('What must hold, or would change it', conditions),
    ...list('Rules', rules.flatMap(renderRule)),
    ...list('Notes', notes),
    '',
    notice,
  ]
  return `${lines.join('\n')}\n`
}

function renderRule({ id, title, decides, source, asOf, stale, status, reviewer, evidence }: CitedRule): string[] {
  const age = asOf === null ? 'no date stated, may be out of date' : `as of ${asOf}${stale ? ', OUT OF DATE' : ''}`
  const check = status === 'to-verify' ? ', to verify' : ''
  return [
    `${decides ? '●' : '·'} ${title} [${id}]`,
    `    ${source}; ${age}${check}; ${reviewer}`,
    ...evidence.map(
      ({ document, quote, page }) => `    “${cut(quote)}” ${document}${page === undefined ? '' : `, p. ${page}`}`,
    ),
  ]
}

function cut(quote: string): string {
  const calm = quote.replace(/\s+/g, ' ')
  return calm.length > LONGEST_QUOTE ? `${calm.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : calm
}
