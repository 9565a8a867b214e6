import type { QuantityValue } from './value.ts'

const BOUND_WORDS = { about: 'about ', 'at-least': 'at least ', 'at-most': 'at most ' } as const

function writeNumber(number: number): string {
  return number.toLocaleString('en-GB', { maximumFractionDigits: 9 })
}

/** Units are shown as they are; counted things in the plural. */
function writeUnit(unit: string, value: number): string {
  if (!/^[a-z]{3,}$/.test(unit) || unit === 'ppm' || value === 1) return unit
  if (unit === 'person') return 'people'
  if (/[^aeiou]y$/.test(unit)) return `${unit.slice(0, -1)}ies`
  return /(?:s|x|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`
}

/** A quantity in English words that `parseQuantity` reads back: "at least 48 members", "about 1,840,000 t a year", "SEK 1,300,000,000". */
export function formatQuantity({ value, low, high, unit, per, bound }: QuantityValue): string {
  const amount =
    low !== undefined && high !== undefined ? `${writeNumber(low)}–${writeNumber(high)}` : writeNumber(value)
  const rate = per ? ` ${per === 'hour' ? 'an' : 'a'} ${per}` : ''
  return `${bound ? BOUND_WORDS[bound] : ''}${addUnit(amount, unit, value)}${rate}`
}

function addUnit(amount: string, unit: string, value: number): string {
  if (unit === '1') return amount
  if (unit === '%') return `${amount}%`
  return /^[A-Z]{3}$/.test(unit) ? `${unit} ${amount}` : `${amount} ${writeUnit(unit, value)}`
}
