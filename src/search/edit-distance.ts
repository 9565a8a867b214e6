/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make `left` into `right`
 * (Damerau–Levenshtein, optimal string alignment). `most + 1` where it is more than `most`, found out early.
 */
export function editDistance(left: string, right: string, most: number): number {
  const tooMany = most + 1
  if (Math.abs(left.length - right.length) > most) return tooMany
  if (left === right) return 0
  let before: number[] = []
  let above = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const line = [row]
    let least = row
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      }
      line.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return tooMany
    before = above
    above = line
  }
  return Math.min(above[right.length] ?? tooMany, tooMany)
}

/** How many slips of the finger a word of this length is forgiven: short words turn into others too easily. */
export function forgivenEdits(word: string): number {
  if (/\d/.test(word)) return 0
  const { length } = word
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}
