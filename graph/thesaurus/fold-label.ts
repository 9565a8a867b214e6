import { foldName } from '../values/fold-name.ts'

/** American spellings and the British stem they are folded to. Applied inside words, in this order. */
const SPELLINGS: [RegExp, string][] = [
  [/aluminum/, 'aluminium'],
  [/sulf/, 'sulph'],
  [/isation|ization/, 'isation'],
  [/(?<=\p{L}{3})iz(?=e[sdr]?$|ing$)/u, 'is'],
  [/(?<=\p{L}{2})yz(?=e[sdr]?$|ing$)/u, 'ys'],
  [/cent(?:er|re)/, 'centre'],
  [/fiber/, 'fibre'],
  [/^tire/, 'tyre'],
  [/color/, 'colour'],
  [/^labor(?=s?$)/, 'labour'],
  [/^program(?=s?$)/, 'programme'],
  [/^gray/, 'grey'],
  [/^cesium/, 'caesium'],
  [/^mold/, 'mould'],
]

function singular(word: string): string {
  if (word.length < 4 || !/[a-z]s$/.test(word) || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x|zz)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** Words repeat: a document of a million words has some ten thousand. */
const known = new Map<string, string>()
const MOST_KNOWN = 50_000

/** One word of a label, as labels are compared: `foldName`'s form, singular, in British spelling. Takes an already folded word. */
export function foldLabelWord(word: string): string {
  if (!/^[a-z]/.test(word)) return word
  const cached = known.get(word)
  if (cached !== undefined) return cached
  let folded = word
  for (const [american, british] of SPELLINGS) folded = folded.replace(american, british)
  folded = singular(folded)
  if (known.size < MOST_KNOWN) known.set(word, folded)
  return folded
}

/**
 * The key under which "Aluminum drosses" and "aluminium dross" are one label. Word by word, so a text may be folded
 * token by token and scanned for keys.
 */
export function foldLabel(label: string): string {
  return foldName(label).split(' ').map(foldLabelWord).join(' ')
}
