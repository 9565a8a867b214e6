import type { WhyNotAnswer } from '../why-not.ts'

/** The answer as a person reads it. Ends with a line break. */
export function renderWhyNotText({ candidate, because, criterion, wouldNeed, evidence }: WhyNotAnswer): string {
  const lines = [
    ...(candidate ? [candidate.name] : []),
    ...(criterion ? [`Falls at ${criterion}.`] : []),
    because,
    ...(wouldNeed ? [`It would need: ${wouldNeed}`] : []),
    ...evidence.map(({ quote, document, page }) => {
      const words = quote.replace(/\s+/g, ' ').trim()
      return `  “${words}” ${document}${page === undefined ? '' : `, p. ${page}`}`
    }),
  ]
  return `${lines.join('\n')}\n`
}
