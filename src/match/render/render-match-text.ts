import { writeTonnes } from '../judge/yearly-tonnes.ts'
import type { Criterion, Match, MatchAnswer, MatchEvidence, Need, NeedConcept } from '../match.ts'

const LONGEST_QUOTE = 240
const QUOTES_SHOWN = 2

/** The answer as a person reads it on a terminal: need, matches best first, near misses, notes. Ends with a line break. */
export function renderMatchText({ need, matches, nearMisses, notes }: MatchAnswer): string {
  const lines = [
    ...renderNeed(need),
    '',
    matches.length > 0 ? 'Matches' : 'No match.',
    ...matches.flatMap((match, at) => ['', ...renderOne(match, `${at + 1}.`)]),
    ...(nearMisses.length > 0 ? ['', 'Near misses'] : []),
    ...nearMisses.flatMap((miss) => [
      '',
      ...renderOne(
        {
          ...miss,
          criteria: miss.criteria.filter(({ name }) => name === 'waste' || name === miss.failed),
          missing: [],
        },
        '–',
      ),
      `     falls at ${miss.failed}; it would need: ${miss.wouldNeed}`,
    ]),
    ...(notes && notes.length > 0 ? ['', 'Notes', ...notes.map((note) => `  ${note}`)] : []),
  ]
  return `${lines.join('\n')}\n`
}

function renderNeed({ wasteStreams, metals, technologies, quantity, country }: Need): string[] {
  const list = (concepts: readonly NeedConcept[]) =>
    concepts.map(({ label, matched }) => (label === matched ? label : `${label} (“${matched}”)`)).join(', ')
  const place = country && (country.matched ? `${country.label} (“${country.matched}”)` : country.label)
  const rows: [string, string | undefined][] = [
    ['waste', list(wasteStreams)],
    ['metal', list(metals)],
    ['technology', list(technologies)],
    ['quantity', quantity && `${writeTonnes(quantity.value)} a year (“${quantity.text}”)`],
    ['country', place],
  ]
  const known = rows.filter(([, value]) => value)
  return ['Need', ...(known.length > 0 ? known.map(([name, value]) => `  ${name}: ${value}`) : ['  not understood'])]
}

function renderOne(match: Match, mark: string): string[] {
  const parts = [match.technology, match.project, match.enterprise, match.country].flatMap((part) => part?.name ?? [])
  const asked = match.criteria.filter(({ score, evidence }) => score !== null || evidence.length > 0)
  const open = match.criteria.filter(({ score, evidence }) => score === null && evidence.length === 0)
  return [
    `${mark} ${match.score.toFixed(2)}  ${parts.join(' → ')}`,
    ...asked.flatMap(renderCriterion),
    ...(open.length > 0 ? [`     not judged: ${open.map(({ name }) => name).join(', ')}`] : []),
    ...match.missing.map((question) => `     ask: ${question}`),
  ]
}

function renderCriterion({ name, score, because, evidence }: Criterion): string[] {
  const level = score === null ? ' –  ' : score.toFixed(2)
  return [`     ${name.padEnd(10)} ${level}  ${because}`, ...evidence.slice(0, QUOTES_SHOWN).map(renderQuote)]
}

function renderQuote({ document, quote, page }: MatchEvidence): string {
  const calm = quote.replace(/\s+/g, ' ')
  const cut = calm.length > LONGEST_QUOTE ? `${calm.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : calm
  return `                      “${cut}” ${document}${page === undefined ? '' : `, p. ${page}`}`
}
