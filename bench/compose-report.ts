import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const METALS = ['zinc', 'lead', 'copper', 'nickel', 'cobalt', 'aluminium', 'tin']
export const WASTES = [
  'steel dust',
  'aluminium dross',
  'lead-acid batteries',
  'lithium-ion batteries',
  'printed circuit boards',
  'zinc ash',
  'salt slag',
]
const CITIES = ['Rayong', 'Hanoi', 'Kunming', 'Surabaya', 'Gothenburg', 'Duisburg', 'Busan']
const COUNTRIES = ['Thailand', 'Viet Nam', 'China', 'Indonesia', 'Sweden', 'Germany', 'Republic of Korea']

function pick(list: readonly string[], number: number): string {
  return list[number % list.length] ?? ''
}

const SYLLABLES = ['ka', 'ro', 'mi', 'tan', 've', 'lor', 'su', 'den', 'pa', 'ni']

/** A word of its own for each number, as the names of firms are. */
function composeName(number: number): string {
  const word = [...String(number + 10)].map((digit) => SYLLABLES[Number(digit)]).join('')
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** A company report of about 1 kB, different for every number, in the manner of what Cupel reads. */
export function composeReport(number: number): string {
  const name = `${composeName(number)} Metals Co., Ltd.`
  const [metal, waste, city, country] = [
    pick(METALS, number),
    pick(WASTES, number >> 1),
    pick(CITIES, number >> 2),
    pick(COUNTRIES, number >> 2),
  ]
  const opening = `${name} treats ${waste} and recovers ${metal} at its plant in ${city}, ${country}. The plant has a capacity of ${(number % 90) + 10},000 tonnes of ${waste} a year and was opened in ${2000 + (number % 25)}.`
  const more = `The company employs ${(number % 900) + 50} people. In ${2010 + (number % 15)} it invested USD ${(number % 40) + 2} million in a new line for ${pick(WASTES, number + 3)}.`
  const closing = `Visitors from the United Nations Environment Programme (UNEP) and from city governments come to see how the process works, and ask what it costs, what it needs and where the residues go. Number ${number}.`
  return [`${name} in ${city}`, opening, more, closing, opening.replace('treats', 'also receives'), closing].join(
    '\n\n',
  )
}

/** Writes `documents` reports, numbered from `first`, and returns their size in bytes. */
export async function composeFolder(folder: string, documents: number, first = 0): Promise<number> {
  await mkdir(folder, { recursive: true })
  let bytes = 0
  for (let number = first; number < first + documents; number++) {
    const text = composeReport(number)
    bytes += Buffer.byteLength(text)
    await writeFile(join(folder, `report-${number}.txt`), text)
  }
  return bytes
}
