import { findCodes } from '../../../graph/values/code.ts'
import { isApart } from './keep-longest.ts'

const FIGURE = /(?<![\p{L}\d.,*-])\d[\d.,]{0,20}(?:e[+-]?\d{1,3})?\s?(?:\p{L}[\p{L}\p{M}]{0,20}[²³23]?)?/giu
/** "2024" is a year, "2024 m³" is not. */
const YEAR = /^(?:19|20)\d{2}(?!\d)(?!.*[²³\d]$)/u
/** "2000 of batteries": an amount after all. */
const AMOUNT_AFTER = /^\s+of\b/
/** Signs that the words count years, steps or shares and no waste. */
const NO_AMOUNT =
  /^[\d.,]+\s?(?:years?|months?|days?|weeks?|st|nd|rd|th|km|h|hours?|percent|per|años?|meses|年|月|日)$/iu

/** Where a need gives a figure and no mass: what could not be read, and what to write instead. */
export function explainUnreadQuantity(text: string): string[] {
  const codes = findCodes(text)
  const figures = Array.from(text.matchAll(FIGURE), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    words: words.trim(),
  })).filter(({ words, end }) => (!YEAR.test(words) || AMOUNT_AFTER.test(text.slice(end))) && !NO_AMOUNT.test(words))
  const unread = figures.find((figure) => codes.every((code) => isApart(figure, code)))
  if (!unread) return []
  return [`“${unread.words}” is no mass that could be read: give tonnes (t), kilograms (kg) or kilotonnes (kt) a year.`]
}

/** "5.000" is five for some and five thousand for others. */
export function explainDoubt(text: string, tonnes: number): string[] {
  const stop = /(?<![\d.,])\d{1,3}\.000(?![\d.,])/u.exec(text)
  if (!stop || tonnes >= 1_000) return []
  const meant = stop[0].replace('.', ',')
  return [
    `“${stop[0]}” was read with a decimal point; where thousands are meant, write ${meant} or ${meant.replace(',', '')}.`,
  ]
}
