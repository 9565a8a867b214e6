/** The header of a table: its rows (from, to exclusive) and one label per column. */
export interface TableHeader {
  from: number
  to: number
  labels: string[]
}

const LONGEST_LABEL = 80
/** Numbers, dates, amounts, addresses: what stands under a header, not in it. A bare year may head a column. */
const VALUE =
  /^[-+(]?\p{Sc}?\s?[\d.,\s]*\d[\d.,\s]*\)?\s?(?:%|\p{Sc}|[a-z]{1,3})?$|^\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?$|@|^https?:|^www\./iu
const YEAR = /^(?:19|20)\d\d$/
const SEARCHED_ROWS = 6

/**
 * Finds the header among the first rows: the first one as wide as the table whose cells are all different short words.
 * Narrower rows above it are titles. Where a header is not expected as it is in a list, it must also stand out from the rows
 * under it. A sparse row right under it that only divides its columns belongs to it.
 */
export function findTableHeader(rows: readonly (readonly string[])[], isExpected: boolean): TableHeader | null {
  const width = typicalWidth(rows)
  if (width < 2 || rows.length < 2) return null
  for (let from = 0; from < Math.min(rows.length - 1, SEARCHED_ROWS); from++) {
    const row = rows[from] as readonly string[]
    if (countFilled(row) < Math.max(2, width * 0.7)) continue
    if (!row.every((cell) => isLabel(cell)) || hasDuplicates(row)) return null
    if (!isExpected && !standsOut(row, rows.slice(from + 1))) return null
    const labels = row.map((cell) => cell.trim())
    const under = rows[from + 1] as readonly string[]
    if (from + 2 < rows.length && dividesColumns(labels, under)) {
      return { from, to: from + 2, labels: joinLabels(labels, under) }
    }
    return { from, to: from + 1, labels }
  }
  return null
}

/** Words of a few letters over figures, or labels shorter than what stands under them. */
function standsOut(row: readonly string[], under: readonly (readonly string[])[]): boolean {
  if (under.length < 2 || row.some((cell) => /[.;]$/.test(cell.trim()) || !/\p{L}|^$/u.test(cell.trim()))) return false
  const sample = under.slice(0, 50)
  const overValues = row.some((cell, column) => {
    const filled = sample.map((each) => each[column]?.trim() ?? '').filter(Boolean)
    return cell.trim() !== '' && filled.length > 0 && filled.filter((each) => !isLabel(each)).length > filled.length / 2
  })
  return overValues || row.every((cell) => cell.trim().split(/\s+/).length <= 4)
}

/** The width most rows have, counting filled cells. */
function typicalWidth(rows: readonly (readonly string[])[]): number {
  const widths = rows
    .slice(0, 200)
    .map(countFilled)
    .filter((width) => width > 0)
    .sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] ?? 0
}

function countFilled(row: readonly string[]): number {
  return row.reduce((count, cell) => count + (cell.trim() ? 1 : 0), 0)
}

function isLabel(cell: string): boolean {
  const text = cell.trim()
  return text.length <= LONGEST_LABEL && (YEAR.test(text) || !VALUE.test(text))
}

function hasDuplicates(row: readonly string[]): boolean {
  const filled = row.map((cell) => cell.trim().toLowerCase()).filter(Boolean)
  return new Set(filled).size < filled.length
}

function dividesColumns(labels: readonly string[], under: readonly string[]): boolean {
  const filled = countFilled(under)
  return (
    filled >= 2 &&
    filled <= labels.length / 2 &&
    !under[0]?.trim() &&
    under.every((cell) => isLabel(cell) && !YEAR.test(cell.trim())) &&
    labels.some((label, column) => !label && under[column]?.trim())
  )
}

/** A label above several columns goes in front of each of theirs. */
function joinLabels(labels: readonly string[], under: readonly string[]): string[] {
  let above = ''
  return Array.from({ length: Math.max(labels.length, under.length) }, (_, column) => {
    if (labels[column]) above = labels[column]
    const below = under[column]?.trim() ?? ''
    return below ? `${above} ${below}`.trim() : (labels[column] ?? '')
  })
}
