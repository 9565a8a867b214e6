import type { PropertyName } from '../../../graph/ontology/ontology.ts'
import { findQuantities, parseQuantity } from '../../../graph/values/quantity.ts'
import type { QuantityValue } from '../../../graph/values/value.ts'
import type { ColumnMeaning } from './column-meaning.ts'
import { dropThousandStops, hasUnclearStop } from './read-stops.ts'
import { writeWithUnit } from './write-with-unit.ts'

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

/** Whether a unit can measure this: money is no capacity, tonnes are no investment. */
function fits(property: PropertyName, { unit, kind }: QuantityValue): boolean {
  if (kind !== 'quantity' || unit === '1') return false
  if (MONEY.includes(property)) return CURRENCY.test(unit)
  if (property === 'recovery_rate') return unit === '%'
  if (property === 'area') return ['m2', 'm²', 'ha', 'km2', 'km²'].includes(unit)
  return !CURRENCY.test(unit) && (property === 'capacity' || property === 'output' ? unit !== '%' : true)
}

/**
 * A measured value: by the unit of the cell, else that of the header, else what the property counts. `null` where no unit or
 * several figures stand there: half a figure is none.
 */
export function readFigure(cell: string, property: PropertyName, column: ColumnMeaning): QuantityValue | null {
  const bare = cell.replace(/\s?[(（][^()（）]{0,80}[)）]$/u, '').trim()
  // Nothing measured here is less than nothing.
  if (/^[-−–]\s?\d/.test(bare)) return null
  if (!/\d|[一二三四五六七八九十百千万亿]/u.test(bare) || bare.length > 300) return null
  const stop = hasUnclearStop(bare) ? column.stop : undefined
  const figure = stop?.thousands ? dropThousandStops(bare) : bare
  const value = readOwnUnit(figure, property) ?? readWithUnit(figure, property, column.unit ?? COUNTED[property])
  if (!value) return null
  const assumption = [value.assumption, stop?.assumption].filter(Boolean).join('; ')
  return {
    ...value,
    ...(stop?.thousands && { text: value.text.replace(figure, bare) }),
    ...(assumption && { assumption }),
    ...(column.year && !value.period && { period: column.year }),
  }
}

const BARE_FIGURE = /^[\d.,\s]{1,40}$/

function readOwnUnit(text: string, property: PropertyName): QuantityValue | null {
  if (BARE_FIGURE.test(text)) return null
  const whole = parseQuantity(text)
  if (whole) return fits(property, whole) ? whole : null
  const found = findQuantities(text)
  const [only] = found
  return found.length === 1 && only && fits(property, only.value) ? only.value : null
}

function readWithUnit(text: string, property: PropertyName, unit: string | undefined): QuantityValue | null {
  if (!unit) return null
  for (const written of writeWithUnit(text, unit)) {
    const value = parseQuantity(written)
    if (value && fits(property, value)) return value
  }
  return null
}
