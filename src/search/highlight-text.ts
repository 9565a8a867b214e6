import { locateTokens, type Token } from './tokenise-text.ts'

const MOST_SNIPPETS = 3
/** Characters on each side of the first met word. */
const AROUND = 90
/** Text is looked through a piece at a time, and no further than the first piece with a met word: one place is enough. */
const PIECE = 20_000
/** The first hundred pages or so: past them a snippet is not worth the time. */
const LONGEST_SCAN = 200_000

/** What the query met: whole terms, beginnings of terms, and runs of terms. */
export interface MetTerms {
  terms: ReadonlySet<string>
  prefixes: readonly string[]
  phrases: readonly (readonly string[])[]
}

/**
 * Pieces of the text with the met words between ‹ and ›: those that show most different words first, at most three, in
 * the order of the text. Empty where none is met.
 */
export function highlightText(text: string, met: MetTerms): string[] {
  const sought = met.terms.size + met.prefixes.length + met.phrases.length
  for (let from = 0; sought > 0 && from < Math.min(text.length, LONGEST_SCAN); ) {
    const to = from + PIECE < text.length ? cutAfter(text, from + PIECE) : text.length
    const tokens = findMet(locateTokens(text.slice(from, to)), met)
    if (tokens.length > 0) {
      const placed = tokens.map(({ term, start, end }) => ({ term, start: start + from, end: end + from }))
      return chooseWindows(placed).map((window) => renderWindow(text, window))
    }
    from = to
  }
  return []
}

function findMet(tokens: readonly Token[], { terms, prefixes, phrases }: MetTerms): Token[] {
  const byFirst = new Map<string, (readonly string[])[]>()
  for (const phrase of phrases) byFirst.set(phrase[0] ?? '', [...(byFirst.get(phrase[0] ?? '') ?? []), phrase])
  /** One past the last token of a phrase that was met. */
  let within = 0
  return tokens.filter(({ term }, place) => {
    for (const phrase of byFirst.get(term) ?? []) {
      if (phrase.every((word, offset) => tokens[place + offset]?.term === word))
        within = Math.max(within, place + phrase.length)
    }
    return place < within || terms.has(term) || prefixes.some((prefix) => term.startsWith(prefix))
  })
}

/** Runs of met tokens that fit into one snippet, those with most different terms first, each term shown at least once where there is room. */
function chooseWindows(tokens: readonly Token[]): Token[][] {
  const windows: Token[][] = []
  for (let from = 0; from < tokens.length; ) {
    const first = tokens[from] as Token
    let to = from
    while (to < tokens.length && (tokens[to] as Token).end - first.start <= 2 * AROUND) to++
    windows.push(tokens.slice(from, to))
    from = to
  }
  const chosen: Token[][] = []
  const shown = new Set<string>()
  while (chosen.length < MOST_SNIPPETS) {
    const gains = windows.map(
      (window) => new Set(window.map(({ term }) => term).filter((term) => !shown.has(term))).size,
    )
    const best = gains.indexOf(Math.max(0, ...gains))
    const window = windows[best]
    if (!window || gains[best] === 0) break
    for (const { term } of window) shown.add(term)
    chosen.push(window)
  }
  return chosen.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0))
}

function renderWindow(text: string, window: readonly Token[]): string {
  const first = window[0]?.start ?? 0
  const last = window.at(-1)?.end ?? 0
  const start = cutBefore(text, Math.max(0, first - AROUND))
  const end = cutAfter(text, Math.min(text.length, last + AROUND))
  let snippet = ''
  let at = start
  for (const { start: from, end: to } of joinTouching(window)) {
    snippet += `${plain(text.slice(at, from))}‹${plain(text.slice(from, to))}›`
    at = to
  }
  snippet += plain(text.slice(at, end))
  return `${start > 0 ? '…' : ''}${snippet.trim()}${end < text.length ? '…' : ''}`
}

/** Overlapping pairs of Chinese characters become one run. */
function joinTouching(window: readonly Token[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = []
  for (const { start, end } of window) {
    const last = runs.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else runs.push({ start, end })
  }
  return runs
}

/** Cells of a row are parted by bars; line breaks become spaces; marks of the text that look like ours become ordinary quotes. */
function plain(text: string): string {
  return text
    .replace(/[‹›]/g, "'")
    .replace(/ *\t\s*/g, ' | ')
    .replace(/\s+/g, ' ')
}

/** Moves a cut to the next space, if there is one near, so that no word is shown in half. */
function cutBefore(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.slice(at, at + 20).search(/\s/)
  return space < 0 ? avoidPair(text, at) : at + space + 1
}

function cutAfter(text: string, at: number): number {
  if (at >= text.length) return text.length
  const back = text.slice(at - 20, at)
  const space = back.lastIndexOf(' ')
  return space < 0 ? avoidPair(text, at) : at - back.length + space
}

/** Never between the two halves of one character. */
function avoidPair(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
