/** F1 of the pairs of consecutive words two texts share: falls where words are lost and where they come in another order. */
export function comparePairs(text: string, truth: string): number {
  const [found, wanted] = [countPairs(text), countPairs(truth)]
  let shared = 0
  for (const [pair, count] of found) shared += Math.min(count, wanted.get(pair) ?? 0)
  const [precision, recall] = [shared / sum(found), shared / sum(wanted)]
  return shared === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

function countPairs(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let index = 1; index < words.length; index++) {
    const pair = `${words[index - 1]} ${words[index]}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}
