/** Prints rows as a Markdown table, numbers to the right. */
export function printTable(rows: readonly Record<string, string | number>[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]
  const widths = columns.map((_, index) => Math.max(3, ...cells.map((row) => row[index]?.length ?? 0)))
  const numeric = columns.map((column) =>
    rows.every(
      (row) => typeof row[column] === 'number' || /^[\d.,–-]+( ?[×%a-zA-Z/]+)?$/.test(String(row[column] ?? '')),
    ),
  )
  const render = (row: string[]) =>
    `| ${row.map((cell, index) => (numeric[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0))).join(' | ')} |`
  const [head = [], ...body] = cells
  console.log(render(head))
  console.log(
    `| ${widths.map((width, index) => (numeric[index] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`,
  )
  for (const row of body) console.log(render(row))
}
