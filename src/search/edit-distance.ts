/** Terms are at most 64 long and labels not much longer; three rows are kept from call to call. */
let rows = [new Uint16Array(80), new Uint16Array(80), new Uint16Array(80)]

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make `left` into `right`
 * (Damerau–Levenshtein, optimal string alignment). `most + 1` where it is more than `most`, found out early.
 */
export function editDistance(left: string, right: string, most: number): number {
  const tooMany = most + 1
  if (Math.abs(left.length - right.length) > most) return tooMany
  if (left === right) return 0
  const width = right.length + 1
  if (rows.some((row) => row.length < width)) rows = rows.map(() => new Uint16Array(width * 2))
  let [before, above, line] = rows as [Uint16Array, Uint16Array, Uint16Array]
  for (let column = 0; column < width; column++) above[column] = column
  for (let row = 1; row <= left.length; row++) {
    const letter = left.charCodeAt(row - 1)
    line[0] = row
    let least = row
    for (let column = 1; column < width; column++) {
      const other = right.charCodeAt(column - 1)
      let cost = (above[column - 1] as number) + (letter === other ? 0 : 1)
      if ((above[column] as number) + 1 < cost) cost = (above[column] as number) + 1
      if ((line[column - 1] as number) + 1 < cost) cost = (line[column - 1] as number) + 1
      if (row > 1 && column > 1 && letter === right.charCodeAt(column - 2) && left.charCodeAt(row - 2) === other) {
        cost = Math.min(cost, (before[column - 2] as number) + 1)
      }
      line[column] = cost
      if (cost < least) least = cost
    }
    if (least > most) return tooMany
    ;[before, above, line] = [above, line, before]
  }
  return Math.min(above[right.length] as number, tooMany)
}

/** How many slips of the finger a word of this length is forgiven: short words turn into others too easily. */
export function forgivenEdits(word: string): number {
  if (/\d/.test(word)) return 0
  const { length } = word
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}
