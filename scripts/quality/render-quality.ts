import { percent, type RecordedScores, type RecordedSet } from './recorded-scores.ts'

type Score = RecordedSet['entities']['all']

/** Columns of one character each in the plots. */
const PLOT_WIDTH = 40

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

function triple(score: Score | undefined): string {
  return score ? [score.precision, score.recall, score.f1].map(percent).join(' / ') : '–'
}

function summarise(sets: readonly RecordedSet[]): string {
  return table(
    ['documents', 'entities', 'relations', 'facts', 'duplicates', 'calibration error'],
    sets.map(({ title, documents, entities, relations, facts, duplicates, calibration }) => [
      `${documents} ${title}`,
      triple(entities.all),
      triple(relations.all),
      triple(facts.all),
      percent(duplicates),
      percent(calibration.error),
    ]),
  )
}

/** One row for each type, predicate or property that any set has, with how many labels there are. */
function itemise(
  kind: string,
  sets: readonly RecordedSet[],
  scoresOf: (set: RecordedSet) => Record<string, Score>,
): string {
  const names = [...new Set(sets.flatMap((set) => Object.keys(scoresOf(set))))].sort()
  const cell = (score: Score | undefined) => (score ? `${triple(score)} (${score.tp + score.fn})` : '–')
  return table(
    [kind, ...sets.map(({ title }) => title)],
    names.map((name) => [`\`${name}\``, ...sets.map((set) => cell(scoresOf(set)[name]))]),
  )
}

/** What goes wrong where, over all sets: kinds that make up a thirtieth of the errors or more, largest first. */
function rankErrors(sets: readonly RecordedSet[]): string {
  const errors = new Map<string, { wrong: number; missed: number }>()
  for (const { entities, relations, facts } of sets) {
    for (const scores of [entities.byType, relations.byPredicate, facts.byProperty]) {
      for (const [name, { fp, fn }] of Object.entries(scores)) {
        const known = errors.get(name) ?? { wrong: 0, missed: 0 }
        errors.set(name, { wrong: known.wrong + fp, missed: known.missed + fn })
      }
    }
  }
  const sizes = [...errors].map(([name, { wrong, missed }]) => ({ name, wrong, missed, all: wrong + missed }))
  const total = sizes.reduce((sum, { all }) => sum + all, 0)
  return table(
    ['of', 'wrong', 'missed', 'share of errors'],
    sizes
      .filter(({ all }) => all * 30 >= total)
      .sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1))
      .map(({ name, wrong, missed, all }) => [`\`${name}\``, `${wrong}`, `${missed}`, `${percent(all / total)} %`]),
  )
}

/** A bar for the share of right claims in each bin, and `|` where a perfectly calibrated one would end. */
function plot({ title, calibration }: RecordedSet): string {
  const bars = calibration.bins.map(({ low, high, count, confidence, right }) => {
    const bar = '█'.repeat(Math.round(right * PLOT_WIDTH)).padEnd(PLOT_WIDTH + 1)
    const at = Math.round(confidence * PLOT_WIDTH)
    return `${low.toFixed(1)}–${high.toFixed(1)}  ${bar.slice(0, at)}|${bar.slice(at + 1)}  ${percent(right).padStart(5)} % of ${count} right, said ${percent(confidence)} %`
  })
  return [`${title}: expected calibration error ${percent(calibration.error)} %`, ...bars].join('\n')
}

/** The measured part of the page, in Markdown. */
export function renderQuality(scores: RecordedScores): Record<string, string> {
  const sets = Object.values(scores)
  return {
    scores: summarise(sets),
    details: [
      itemise('entities', sets, ({ entities }) => entities.byType),
      itemise('relations', sets, ({ relations }) => relations.byPredicate),
      itemise('facts', sets, ({ facts }) => facts.byProperty),
    ].join('\n\n'),
    errors: rankErrors(sets),
    reliability: `\`\`\`\n${sets.map(plot).join('\n\n')}\n\`\`\``,
  }
}
