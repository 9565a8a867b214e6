/** British spellings and the American ones that stand for the same word, compared after the ending is gone. */
const SPELLINGS: [RegExp, string][] = [
  [/^aluminum/, 'aluminium'],
  [/^sulph/, 'sulf'],
  [/mme$/, 'm'],
  [/(?<=[nt])tre$/, 'ter'],
  [/(?<=[a-z]{2})our$/, 'or'],
  [/(?<=[a-z]{3})is(?=e|ing|ation|ed)/, 'iz'],
]

/** The first that leaves enough of the word is taken off. */
const ENDINGS = ['ation', 'ating', 'ator', 'ated', 'ment', 'ate', 'ion', 'ing', 'ery', 'er', 'or', 'ed', 'e']

/** What must be left. With four letters "leading" would meet the metal "lead", and "copper" a "copp". */
const SHORTEST_STEM = 5

/**
 * The stem under which the index keeps forms of one English word together: plurals, British and American spellings,
 * and the commonest endings ("recycler", "recycled" and "recycling" meet at `recycl`). Other words are their own stem.
 * Light on purpose: a false meeting costs more than a missed one, which prefixes and typos still catch.
 */
export function stemWord(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  let stem = singular(word)
  for (const [spelling, other] of SPELLINGS) stem = stem.replace(spelling, other)
  // Twice: "recovered" is of "recover", which "recovery" meets without its ending.
  return takeEnding(takeEnding(stem))
}

function takeEnding(stem: string): string {
  const ending = ENDINGS.find((one) => stem.endsWith(one) && stem.length - one.length >= SHORTEST_STEM)
  return ending ? stem.slice(0, -ending.length) : stem
}

/** The singular of an English word by its ending; the word itself where it has none. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (/[a-z]{2}ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}
