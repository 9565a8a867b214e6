/** Width of a text in points, in the font it is set in. */
export type Measure = (text: string) => number

/**
 * Breaks a paragraph into lines no wider than `width`. Where `hyphenate` is set, a long lower-case word that does not
 * fit is divided, as printers do in narrow columns.
 */
export function breakLines(text: string, width: number, measure: Measure, hyphenate = false): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const tried = line ? `${line} ${word}` : word
    if (measure(tried) <= width) {
      line = tried
      continue
    }
    const head = hyphenate && line ? dividedHead(word, (part) => measure(`${line} ${part}-`) <= width) : undefined
    if (head) {
      lines.push(`${line} ${head}-`)
      line = word.slice(head.length)
    } else {
      if (line) lines.push(line)
      line = word
    }
  }
  if (line) lines.push(line)
  return lines
}

/** The longest first part of a word that fits and ends between two consonants that stand between vowels. */
function dividedHead(word: string, fits: (part: string) => boolean): string | undefined {
  if (!/^[a-z]{8,}[.,;:]?$/.test(word)) return undefined
  for (let end = word.length - 4; end >= 3; end--) {
    const divides =
      /[aeiou][bcdfglmnprstv]$/.test(word.slice(0, end)) && /^[bcdfglmnprstv][aeiou]/.test(word.slice(end))
    if (divides && fits(word.slice(0, end))) return word.slice(0, end)
  }
  return undefined
}
