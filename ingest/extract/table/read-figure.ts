import type { PropertyName } from '../../../graph/ontology/ontology.ts'
import { findQuantities, parseQuantity } from '../../../graph/values/quantity.ts'
import type { QuantityValue } from '../../../graph/values/value.ts'
import type { ColumnMeaning } from './column-meaning.ts'

/** What a bare figure counts under a header that names nothing but the thing counted. */
const COUNTED: Partial<Record<PropertyName, string>> = {
  employees: 'employees',
  sites: 'sites',
  members: 'members',
  households: 'households',
  population: 'inhabitants',
}
const MONEY: readonly PropertyName[] = ['investment', 'turnover', 'annual_output_value']
const CURRENCY = /^[A-Z]{3}$/
const SCALE = /^(?:k|m|mn|mio|bn|thousand|million|billion|millones)$/i

/** Whether a unit can measure this: money is no capacity, tonnes are no investment. */
function fits(property: PropertyName, { unit, kind }: QuantityValue): boolean {
  if (kind !== 'quantity' || unit === '1') return false
  if (MONEY.includes(property)) return CURRENCY.test(unit)
  if (property === 'recovery_rate') return unit === '%'
  if (property === 'area') return ['m2', 'm²', 'ha', 'km2', 'km²'].includes(unit)
  return !CURRENCY.test(unit) && (property === 'capacity' || property === 'output' ? unit !== '%' : true)
}

/** Ways to write a figure with the unit of its header: "2500 t/a", "USD 12 million". */
function* withUnit(figure: string, unit: string): Generator<string> {
  const words = unit.split(/\s+/)
  const scale = words.filter((word) => SCALE.test(word)).join(' ')
  const rest = words.filter((word) => !SCALE.test(word)).join(' ')
  yield `${figure} ${unit}`
  yield `${figure}${unit}`
  if (scale) yield `${rest} ${figure} ${scale}`
  if (scale) yield `${figure} ${scale} ${rest}`
  yield `${unit} ${figure}`
}

/**
 * A measured value: by the unit of the cell, else that of the header, else what the property counts. `null` where no unit or
 * several figures stand there: half a figure is none.
 */
export function readFigure(cell: string, property: PropertyName, column: ColumnMeaning): QuantityValue | null {
  const bare = cell.replace(/\s?[(（][^()（）]{0,80}[)）]$/u, '').trim()
  if (!/\d|[一二三四五六七八九十百千万亿]/u.test(bare) || bare.length > 300) return null
  const value = readOwnUnit(bare, property) ?? readWithUnit(bare, property, column.unit ?? COUNTED[property])
  if (!value) return null
  return { ...value, ...(column.year && !value.period && { period: column.year }) }
}

function readOwnUnit(text: string, property: PropertyName): QuantityValue | null {
  const whole = parseQuantity(text)
  if (whole) return fits(property, whole) ? whole : null
  const found = findQuantities(text)
  const [only] = found
  return found.length === 1 && only && fits(property, only.value) ? only.value : null
}

function readWithUnit(text: string, property: PropertyName, unit: string | undefined): QuantityValue | null {
  if (!unit) return null
  for (const written of withUnit(text, unit)) {
    const value = parseQuantity(written)
    if (value && fits(property, value)) return value
  }
  return null
}
