import { readCountedAt } from './counted-things.ts'
import type { FoundNumber } from './number-words.ts'
import { CURRENCY_BEFORE, readUnitAt, type Unit } from './units.ts'

const GAP = /[\s\u00a0\u202f\u2009-]?/uy
/** "1,5 millones de toneladas", "millions d'euros". */
const GAP_OF = /[\s\u00a0](?:de|of)[\s\u00a0]|[\s\u00a0]d['’]|[\s\u00a0\u202f\u2009]{2}/iuy

const DURATIONS = new Set(['year', 'month', 'week', 'day', 'hour', 'minute'])

/** Where a sticky pattern that begins at `position` ends; -1 where it does not match. */
export function after(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position
  const match = pattern.exec(text)
  return match ? position + match[0].length : -1
}

/** A unit found in a text. */
export interface FoundUnit {
  unit: Unit
  end: number
  /** The words of the unit. */
  written: string
}

/** The currency directly before a number that begins at `position`. */
export function readCurrencyBefore(text: string, position: number): { start: number; unit: Unit } | null {
  const before = text.slice(Math.max(0, position - 12), position)
  // Cheap test first: most numbers have no money before them.
  if (!/[\p{Sc}￥A-Z.币spk][\s\u00a0\u202f]?$/u.test(before)) return null
  for (const { unit, pattern, assumption } of CURRENCY_BEFORE) {
    const match = pattern.exec(before)
    if (!match) continue
    const money: Unit = { unit, factor: 1, kind: 'money', ...(assumption && { assumption }) }
    return { start: position - match[0].length, unit: money }
  }
  return null
}

/** The unit after a number that ends at `position`: of measure, money or counted things. */
export function readUnit(text: string, position: number, number: FoundNumber): FoundUnit | null {
  const from = /[多余+]/.test(text.charAt(position)) ? position + 1 : position
  for (const gap of [GAP, GAP_OF]) {
    const start = after(gap, text, from)
    const found = start < 0 ? null : readUnitAt(text, start)
    // No one writes "five t": a single letter after a number in words is another word.
    const letter = found && number.inWords && found.end - start === 1 && /[a-z]/i.test(text.charAt(start))
    if (found && !letter) return { ...found, written: text.slice(start, found.end) }
  }
  const counted = readCountedAt(text, from)
  if (!counted || (counted.unit === 'year' && number.yearLike)) return null
  const kind = DURATIONS.has(counted.unit) ? 'duration' : 'count'
  return {
    unit: { unit: counted.unit, factor: 1, kind },
    end: counted.end,
    written: text.slice(from, counted.end),
  }
}

/** Where a currency said again after its amount ends: "人民币3亿元", "RMB 300 million yuan". */
export function trailingCurrency(text: string, position: number, code: string): number {
  const again = readUnitAt(text, after(GAP, text, position))
  return again?.unit.unit === code ? again.end : position
}
