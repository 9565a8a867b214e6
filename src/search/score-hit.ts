/**
 * How well a record answers a query, in one place. Every number here is a judgement; the order between them is what
 * matters, and each says why. `tests/src/search` and `cupel evaluate` hold them to account.
 */

/** Where a word was met. A name says what a thing is; a topic is a word its text keeps returning to; text only mentions. */
export const FIELD_WEIGHTS = { name: 1, topic: 0.8, text: 0.55 } as const

/** How it was met. An unfinished or misspelt word is a guess, so it never outranks the same word met as typed. */
export const MEETING_WEIGHTS = { exact: 1, form: 0.9, prefix: 0.6, typo: 0.7, typo2: 0.45 } as const
export type Meeting = keyof typeof MEETING_WEIGHTS

/** An alias is a little weaker than the name it stands for: abbreviations and short names are shared. */
export const ALIAS_WEIGHT = 0.95

/** What speaks for a record. Each is 0–1, `null` where the query did not ask for it. */
export interface HitEvidence {
  /** Share of the query that is the record's whole name or alias. */
  name: number
  /** What was met of the query's words and concepts, each counted by its rarity. Missing a rare one costs more than a common one. */
  met: number | null
  /** How far it has the type asked for, and the other facets (place). */
  type: number | null
  place: number | null
  /** The query names it only to ask for what is tied to it. */
  aside: boolean
  /** The record's own weight. */
  weight: number
}

/**
 * A record tied to the concept that some words of the query name meets those words, in whatever language its own are.
 * Words met by the concept alone count a little less than words met by both: among records of one concept those that say
 * it stand first. A text that merely mentions the words (0.55) is worth less than the concept.
 */
const CONCEPT_SHARE = 0.8

/**
 * What the letters of a word are worth that names a concept together with others: "salt" in the name of a furnace is not yet the
 * salt slag that was asked for.
 */
export const LETTERS_OF_CONCEPT = 0.75

/** How far a word is met: `words` by its letters, `concept` by the concept it names. */
export function meetWord(words: number, concept: number): number {
  return Math.max(words, CONCEPT_SHARE * concept + (1 - CONCEPT_SHARE) * words)
}

/**
 * A type or place named in the query orders what fits, and does not carry a record past one that fits much better: it takes
 * a share off those that lack it. "Experts on dross" is firmer about experts than "dross in Thailand" is about Thailand,
 * for which a technology from elsewhere may be the answer.
 */
const TYPE_SHARE = 0.7
const PLACE_SHARE = 0.35
/** A query that is exactly a name means that record; what else fits comes after it. A name in a longer query says less with every other word. */
const NAME_COUNT = 0.85
/** Of records that have every word in their names, the one that is named just so comes first. */
const JUST_SO_COUNT = 0.03
/** A type of less than this is not what the query asks for, however fully it names the record. */
export const LEAST_ASKED = 0.15
/** "Steel dust enterprises" asks for enterprises, though nothing meets "steel dust" as well as the dust itself. */
const ASIDE_SHARE = 0.5
/** Corroboration and proof decide between records that fit alike. */
const WEIGHT_COUNT = 0.1

/** 0–1. Rises with each part of the evidence, all else equal. */
export function scoreHit({ name, met, type, place, aside, weight }: HitEvidence): number {
  const fit =
    met === null
      ? ((type ?? place ?? 0) + (place ?? type ?? 0)) / 2
      : met * lack(TYPE_SHARE, type) * lack(PLACE_SHARE, place)
  const named = aside ? ASIDE_SHARE * fit : fit + (1 - fit) * NAME_COUNT * name ** 2
  const justSo = aside ? 1 : 1 - JUST_SO_COUNT + JUST_SO_COUNT * name
  const score = named * justSo * (1 - WEIGHT_COUNT + WEIGHT_COUNT * weight)
  // Rounded, so that the order in which sums were taken cannot order hits.
  return Math.round(score * 1e6) / 1e6
}

function lack(share: number, has: number | null): number {
  return has === null ? 1 : 1 - share + share * has
}

/** What the thesaurus understood is the subject of the query; other words qualify it. */
export const CONCEPT_WORD_COUNT = 1.6
/** A word that also named a type or place is met by that; its letters count a little, for it may be part of a name. */
export const LIGHT_WORD_COUNT = 0.35
/** "Above 100 000 t/a" is rare in its letters and says nothing by them. Codes hold letters or were understood as concepts. */
export const NUMBER_COUNT = 0.3

/** What a word met in `found` of `records` is worth (BM25's inverse document frequency): a word in every record tells nothing apart. */
export function weighRarity(records: number, found: number): number {
  return Math.log(1 + (records - found + 0.5) / (found + 0.5))
}

/**
 * What a mention in a text of `length` words is worth, from 1 down. A word in a long text says less of it than in a
 * short one, but a document of 3,000 words must stay within reach of a profile of 60: each doubling past 60 costs a little.
 */
export function weighLength(length: number): number {
  return 1 / (1 + 0.1 * Math.log2(Math.max(1, length / 60)))
}

/** How often a text of `length` words must say a word before it is one of its topics: BM25's saturation in two steps. */
export function countForTopic(length: number): number {
  return 2 + length / 250
}

/** What the record's concept in this place of its list (0 is its own) is worth: a firm that treats one waste is more about it than one that treats twenty. */
export function weighConcept(place: number): number {
  return 1 / (1 + 0.03 * place)
}

/** A concept that the text names and no statement ties to the record: better than none, less than one that is. Place 0 is named most often. */
export function weighMention(place: number): number {
  return 0.6 / (1 + 0.05 * place)
}
