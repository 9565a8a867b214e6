import { Parser } from 'htmlparser2'
import type { Deadline } from '../deadline.ts'
import { ReadFailure } from '../read-failure.ts'

const MOST_CELLS = 20_000_000
const CHUNK = 1_000_000

/** The number of a column by its letters: `A` is 1, `XFD` is 16,384. */
function readColumn(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** Without the prefix of its namespace. */
function readLocalName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase()
}

/**
 * Refuses a sheet that reaches over more than 20 million cells (`too-large`): it is laid out from its first to its last
 * cell, so one cell or row at the far end would fill the memory.
 */
export function checkSheet(name: string, xml: string, deadline: Deadline): void {
  let lastRow = 0
  let lastColumn = 0

  function reach(row: number, column: number): void {
    lastRow = Math.max(lastRow, row)
    lastColumn = Math.max(lastColumn, column)
    if (lastRow * Math.max(lastColumn, 1) <= MOST_CELLS) return
    throw new ReadFailure(
      'too-large',
      `The sheet ${name} reaches to row ${lastRow} and column ${lastColumn}, more than ${MOST_CELLS} cells. Delete the empty rows and columns behind the last value.`,
    )
  }

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const local = readLocalName(tag)
        if (local !== 'c' && local !== 'row') return
        const reference = Object.entries(attributes)
          .find(([key]) => readLocalName(key) === 'r')?.[1]
          .trim()
        if (reference === undefined) return
        const [, letters = '', digits = ''] = /^([A-Z]*)(\d*)/i.exec(reference) ?? []
        reach(Number(digits), readColumn(letters.toUpperCase()))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (let at = 0; at < xml.length; at += CHUNK) {
    deadline.check()
    parser.write(xml.slice(at, at + CHUNK))
  }
  parser.end()
}
