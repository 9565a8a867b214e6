import { foldLabel } from '../../../graph/thesaurus/fold-label.ts'
import { parseQuantity } from '../../../graph/values/quantity.ts'
import type { ColumnMeaning, MeaningName } from './column-meaning.ts'
import { CHINESE_FILLER, CHINESE_PLAN, FILLER_WORDS, FOREIGN_WORDS, HEADER_WORDS, PLAN_WORDS } from './header-words.ts'
import { writeWithUnit } from './write-with-unit.ts'

const LONGEST_HEADER = 80
const BRACKET = /[(（[【]([^()（）[\]【】]*)[)）\]】]/gu
const UNIT_AFTER = /(?:,\s|\sin\s|\s\/\s|:\s)([^,]{1,20})$/u
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u

const BY_WORDS = new Map<string, MeaningName>()
for (const [means, words] of Object.entries(HEADER_WORDS)) {
  for (const each of words.split('|')) {
    const key = foldLabel(each)
    if (!BY_WORDS.has(key)) BY_WORDS.set(key, means as MeaningName)
  }
}

const FOREIGN = new Set(FOREIGN_WORDS.map(foldLabel))

/** Whether a header is one of a price list or a league table. */
export function isForeignHeader(header: string): boolean {
  return header.length <= LONGEST_HEADER && FOREIGN.has(foldLabel(spellOut(header.trim()).replaceAll(BRACKET, ' ')))
}

function isUnit(text: string): boolean {
  return [...writeWithUnit('2', text)].some((written) => {
    const read = parseQuantity(written)
    return read !== null && read.unit !== '1'
  })
}

/** The noun of a Chinese header without the words after it, then without those before it too. */
function bareChinese(label: string): string[] {
  const last = CHINESE_FILLER.after.find((word) => label.length > word.length && label.endsWith(word))
  const noun = last ? label.slice(0, -last.length) : label
  const first = CHINESE_FILLER.before.find((word) => noun.length > word.length && noun.startsWith(word))
  return first ? [noun, noun.slice(first.length)] : [noun]
}

function lookUp(label: string): MeaningName | undefined {
  const folded = foldLabel(label)
  const exact = [folded, ...bareChinese(folded)].map((form) => BY_WORDS.get(form)).find((means) => means !== undefined)
  if (exact) return exact
  const words = folded.split(' ')
  const kept = words.filter((word) => !FILLER_WORDS.has(word))
  return kept.length > 0 && kept.length < words.length ? BY_WORDS.get(kept.join(' ')) : undefined
}

/** "Planned capacity", "规划产能": the plan and the rest. */
function takePlan(label: string): { rest: string; planned: boolean } {
  const han = CHINESE_PLAN.find((word) => label.startsWith(word) && label.length > word.length)
  if (han) return { rest: label.slice(han.length), planned: true }
  const words = label.split(' ')
  const kept = words.filter((word) => !PLAN_WORDS.has(word.toLowerCase()))
  return kept.length > 0 && kept.length < words.length
    ? { rest: kept.join(' '), planned: true }
    : { rest: label, planned: false }
}

/** A key of a JSON list in words: `address.city` is a city, `wasteStreams` are waste streams. */
function spellOut(header: string): string {
  const key = /^[\p{L}\p{N}_.-]+$/u.test(header) ? (header.split('.').filter(Boolean).at(-1) ?? header) : header
  return key.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replaceAll(/[_\s]+/gu, ' ')
}

/**
 * What a header means in English, Spanish or Chinese, with the unit, year or plan it names; `null` where any word of it is
 * unknown: a column half understood is not understood.
 */
export function readHeader(header: string): ColumnMeaning | null {
  if (header.length > LONGEST_HEADER) return null
  let label = spellOut(header.trim())
  const notes = [...label.matchAll(BRACKET)].map(([, note]) => (note ?? '').trim())
  label = label.replaceAll(BRACKET, ' ').replaceAll(/\s+/g, ' ').trim()
  const exact = lookUp(label)
  const meaning: Partial<ColumnMeaning> = {}
  if (!exact) {
    const after = UNIT_AFTER.exec(label)
    if (after?.[1] && isUnit(after[1])) {
      notes.push(after[1])
      label = label.slice(0, after.index)
    }
    const year = YEAR.exec(label)
    if (year) {
      meaning.year = year[0]
      label = label.replace(YEAR, '').trim()
    }
  }
  const plan = exact ? { rest: label, planned: false } : takePlan(label)
  const means = exact ?? lookUp(plan.rest)
  if (!means) return null
  for (const note of notes) {
    if (note.split(' ').some((word) => PLAN_WORDS.has(word.toLowerCase()))) meaning.planned = true
    else if (/^(?:19|20)\d\d$/.test(note)) meaning.year = note
    else if (note && isUnit(note)) meaning.unit = note
  }
  if (plan.planned) meaning.planned = true
  return { means, ...meaning }
}
