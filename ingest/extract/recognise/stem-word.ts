/** American to British, so that both spellings meet in one lexicon entry. Keys are folded and singular. */
const SPELLING: Record<string, string> = {
  aluminum: 'aluminium',
  center: 'centre',
  program: 'programme',
  sulfate: 'sulphate',
  sulfide: 'sulphide',
  sulfur: 'sulphur',
  sulfuric: 'sulphuric',
  fiber: 'fibre',
  gray: 'grey',
  catalyzer: 'catalyser',
  organization: 'organisation',
  mold: 'mould',
  ton: 'tonne',
  labor: 'labour',
  color: 'colour',
  defense: 'defence',
  autocatalyst: 'catalyst',
}
const SAME_IN_BOTH = new Set([
  'series',
  'species',
  'works',
  'news',
  'gas',
  'bus',
  'lens',
  'basis',
  'analysis',
  'electrolysis',
  'pyrolysis',
  'process',
  'hydrolysis',
  'chassis',
  'apparatus',
  'status',
  'campus',
  'census',
])

const known = new Map<string, string>()

/** The lexicon form of a folded word: singular, British spelling. Never shown. */
export function stemWord(fold: string): string {
  const cached = known.get(fold)
  if (cached !== undefined) return cached
  const stem = computeStem(fold)
  if (known.size > 50_000) known.clear()
  known.set(fold, stem)
  return stem
}

function computeStem(fold: string): string {
  const single = singular(fold)
  return SPELLING[single] ?? single
}

function singular(word: string): string {
  if (word.length <= 3 || SAME_IN_BOTH.has(word) || !word.endsWith('s')) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|x|ss|zz)es$/.test(word)) return word.slice(0, -2)
  if (/(?:ss|us|is)$/.test(word)) return word
  return word.slice(0, -1)
}
