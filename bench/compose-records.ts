import { ENTITY_TYPES, type EntityType } from '../graph/ontology/ontology.ts'
import type { SearchRecord } from '../src/search/search-index.ts'
import { createRandom } from './compose-graph.ts'

/** Words of the field first: by Zipf's law the first words are the common ones. */
const FIELD_WORDS =
  `recycling waste metal plant process company treatment zinc copper lead aluminium steel battery recovery technology
  slag dust smelter furnace capacity tonnes production residue refining country project environmental management
  resources hazardous industry collection separation nickel cobalt lithium scrap electronic secondary oxide alloy dross
  ash landfill kiln rotary emission water energy regional centre network ministry programme demonstration shredder
  leaching sorting casting chemical laboratory partner investment workshop expert standard regulation export import`
    .split(/\s+/)
    .filter(Boolean)
const ONSETS = 'b c d f g h j k l m n p r s t v w z br cr dr gr kr pr tr st sl sch th'.split(' ')
const VOWELS = 'a e i o u ai ei ou ia'.split(' ')
const CODAS = ['', '', '', 'n', 'r', 's', 'l', 't', 'm', 'ng', 'rk']
const VOCABULARY = 40_000
const NAME_WORDS = 30_000
const WORDS_A_TEXT = 60
const TYPES = Object.keys(ENTITY_TYPES).filter((type) => type !== 'Document') as EntityType[]

/** A pronounceable word that is the same for a number in every run. */
function coinWord(number: number): string {
  const random = createRandom(number + 1)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const syllables = 2 + Math.floor(random() * 3)
  return Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('')
}

let vocabulary: string[] | undefined

/** The word of this rank: 0 is the commonest. */
export function wordOfRank(rank: number): string {
  vocabulary ??= Array.from({ length: VOCABULARY }, (_, at) => FIELD_WORDS[at] ?? coinWord(at))
  return vocabulary[Math.min(rank, VOCABULARY - 1)] ?? ''
}

/** A record as the graph gives them: a name of a few words, an alias, some sixty words of text, facets. The same for a number in every run. */
export function composeRecord(number: number): SearchRecord {
  const random = createRandom(1_000_003 + number)
  const zipf = () => Math.floor(VOCABULARY ** random()) - 1
  const below = (most: number) => Math.floor(random() * most)
  const own = coinWord(VOCABULARY + below(NAME_WORDS))
  const other = coinWord(VOCABULARY + below(NAME_WORDS))
  const type = TYPES[below(TYPES.length)] ?? 'Enterprise'
  return {
    id: `record-${number}`,
    type,
    name: `${capitalise(own)} ${capitalise(other)} ${capitalise(wordOfRank(below(60)))}`,
    aliases: [`${own.slice(0, 2)}${other.slice(0, 2)}${number}`.toUpperCase()],
    text: Array.from({ length: WORDS_A_TEXT }, () => wordOfRank(zipf())).join(' '),
    concepts: [`waste-stream/w${below(80)}`, `metal/m${below(40)}`],
    facets: {
      type: [type],
      country: [`C${below(120)}`],
      metal: [`metal/m${below(40)}`],
      wasteStream: [`waste-stream/w${below(80)}`],
      year: [String(2000 + below(26))],
    },
    documents: [`document-${below(500)}.pdf`],
    weight: random(),
  }
}

export function* composeRecords(count: number): Generator<SearchRecord> {
  for (let number = 0; number < count; number++) yield composeRecord(number)
}

export interface BenchQuery {
  kind: 'words' | 'name' | 'prefix' | 'misspelt'
  text: string
  /** The record it is of. */
  id: string
}

/** Queries as people type them, each made from a record: two or three of its words, its name, its name begun, its name with one slip. */
export function composeQueries(records: number, count: number): BenchQuery[] {
  const random = createRandom(7)
  return Array.from({ length: count }, (_, at): BenchQuery => {
    const record = composeRecord(Math.floor(random() * records))
    const words = record.text.split(' ')
    const pick = () => words[Math.floor(random() * words.length)] ?? ''
    const [own = '', other = ''] = record.name.toLowerCase().split(' ')
    const { id } = record
    switch (at % 4) {
      case 0:
        return { kind: 'words', id, text: Array.from({ length: 2 + Math.floor(random() * 2) }, pick).join(' ') }
      case 1:
        return { kind: 'name', id, text: record.name }
      case 2:
        return { kind: 'prefix', id, text: `${own} ${other.slice(0, 3)}` }
      default:
        return { kind: 'misspelt', id, text: `${misspell(own, random)} ${other}` }
    }
  })
}

/** One letter left out, doubled, changed or swapped with the next, anywhere but in words too short to be known again. */
export function misspell(word: string, random: () => number): string {
  const at = Math.floor(random() * (word.length - 1))
  const [before, letter, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)]
  const slips = [
    before + next + after,
    before + letter + letter + next + after,
    `${before}${letter === 'x' ? 'q' : 'x'}${next}${after}`,
    before + next + letter + after,
  ]
  const slip = slips[Math.floor(random() * slips.length)] ?? word
  return slip === word ? `${word}x` : slip
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
