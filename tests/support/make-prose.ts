const NOUNS =
  'dust slag zinc lead copper kiln furnace plant ministry forum oxide residue battery filter smelter city'.split(' ')
const VERBS = 'treats recovers sells collects melts leaches reports funds ships sorts'.split(' ')
const MORE =
  'every year; with new equipment; in the northern district; under a permit; for the network; at low cost'.split('; ')

/** Sentences that do not repeat, the same for the same seed. */
export function makeProse(sentences: number, seed = 1): string {
  let state = seed * 7_919
  const pick = (list: readonly string[]) => {
    state = (state * 48_271) % 2_147_483_647
    return list[state % list.length] as string
  }
  return Array.from(
    { length: sentences },
    (_, index) =>
      `The ${pick(NOUNS)} works ${seed}${index} ${pick(VERBS)} ${pick(NOUNS)} and ${pick(NOUNS)} ${pick(MORE)}.`,
  ).join(' ')
}
