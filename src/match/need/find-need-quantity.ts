import type { QuantityValue } from '../../../graph/values/value.ts'
import { type FoundQuantity, findQuantities } from '../../../ingest/extract/recognise/find-quantities.ts'
import { toYearlyTonnes, writeTonnes } from '../judge/yearly-tonnes.ts'
import { explainDoubt, explainUnreadQuantity } from './explain-quantity.ts'

/** More than any waste stream of the world yields in a year: a slip of the keyboard. */
const MOST_TONNES = 1e9
const PERIODS: [NonNullable<QuantityValue['per']>, RegExp][] = [
  [
    'year',
    /\b(?:a|per|each|every|por|al|par)\s+(?:year|annum|año|an)\b|\b(?:annual|annually|yearly|anual(?:es)?|p\.a\.)|\/\s?(?:a|y|yr|year)\b|每年|年产|một năm|mỗi năm|per tahun|ต่อปี|ປີລະ/iu,
  ],
  ['month', /\b(?:a|per|each|every)\s+month\b|\bmonthly\b|每月|mỗi tháng|per bulan|ต่อเดือน/iu],
  ['day', /\b(?:a|per|each|every)\s+day\b|\bdaily\b|每天|每日|mỗi ngày|per hari|ต่อวัน/iu],
]

/** The quantity a need names, as tonnes a year, and what is to be said about it. */
export function findNeedQuantity(text: string): { quantity?: QuantityValue; notes: string[] } {
  const masses = findQuantities(text, 0, text.length).filter(({ kind }) => kind === 'mass')
  const read = masses.flatMap((found) => {
    const per = found.value.per ?? readPeriod(text)
    // Of a range a need must be met at its upper end.
    const yearly = toYearlyTonnes({ ...found.value, value: found.value.high ?? found.value.value, low: undefined, per })
    return yearly && !isNegative(text, found) ? [{ found, yearly }] : []
  })
  const possible = read.filter(({ yearly }) => yearly.tonnes <= MOST_TONNES)
  const notes = masses
    .filter((mass) => !possible.some(({ found }) => found === mass))
    .map(
      ({ value }) =>
        `“${value.text}” is not a quantity a year can hold: expected more than nothing and at most ${writeTonnes(MOST_TONNES)}. It was left out.`,
    )
  const chosen = possible[0]
  if (!chosen) return { notes: notes.length > 0 ? notes : explainUnreadQuantity(text) }
  const { found, yearly } = chosen
  const others = possible.slice(1).map((other) => `“${other.found.value.text}”`)
  const contrary = possible.find(
    (other) =>
      found.value.bound === 'at-least' && other.found.value.bound === 'at-most' && other.yearly.tonnes < yearly.tonnes,
  )
  if (contrary) {
    notes.push(`“${found.value.text}” and “${contrary.found.value.text}” cannot both hold: say which is meant.`)
  }
  notes.push(...explainDoubt(found.value.text, yearly.tonnes))
  if (others.length > 0)
    notes.push(`“${found.value.text}” was taken as the quantity; ${others.join(', ')} was not used.`)
  if (yearly.assumption) notes.push(`The quantity “${found.value.text}”: ${yearly.assumption}.`)
  const quantity: QuantityValue = {
    kind: 'quantity',
    text: found.value.text,
    value: yearly.tonnes,
    unit: 't',
    per: 'year',
    ...(found.value.bound && { bound: found.value.bound }),
    ...(yearly.assumption && { assumption: yearly.assumption }),
  }
  return { quantity, notes }
}

/** "20,000 t of EAF dust a year": the period may stand apart from the figure. */
function readPeriod(text: string): QuantityValue['per'] {
  return PERIODS.find(([, pattern]) => pattern.test(text))?.[0]
}

function isNegative(text: string, { start }: FoundQuantity): boolean {
  return /(?:^|[\s(])[-−]\s?$/u.test(text.slice(Math.max(0, start - 3), start))
}
