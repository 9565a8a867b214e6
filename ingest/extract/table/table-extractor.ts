import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { ReadDocument } from '../../read/source-document.ts'
import { READING_VERSIONS } from '../../reading-versions.ts'
import type { ExtractedStatement, Extraction, Extractor } from '../extraction.ts'
import { claimRow } from './claim-row.ts'
import { collectTables } from './collect-tables.ts'
import type { ColumnMeaning } from './column-meaning.ts'
import { createEntityBook } from './entity-book.ts'
import { createHeadingEvents } from './find-heading-event.ts'
import { type ColumnPlan, planColumns } from './plan-columns.ts'
import { readRow } from './read-row.ts'
import { readStops } from './read-stops.ts'
import { createCellMemory } from './remember-cells.ts'
import type { StopMeaning } from './stop-meaning.ts'
import type { TableMapping } from './table-mapping.ts'

export interface TableExtractorOptions {
  thesaurus: Thesaurus
  /** What unusual headers mean; it wins over their words. */
  mapping?: TableMapping
}

/**
 * Reads rows of tables: what the headers mean decides what a row is about, what it says of it and how its cells relate.
 * A table whose headers do not say what its rows are about yields nothing.
 */
export function createTableExtractor({ thesaurus, mapping }: TableExtractorOptions): Extractor {
  return {
    name: 'table',
    version: READING_VERSIONS.table,
    async extract(document: ReadDocument): Promise<Extraction> {
      const book = createEntityBook()
      const sense = { thesaurus, remember: createCellMemory() }
      const findEvent = createHeadingEvents(document)
      const statements: ExtractedStatement[] = []
      for (const table of collectTables(document)) {
        const meant = planColumns(table.headers, mapping)
        if (!meant) continue
        const plan = { ...meant, columns: noteStops(meant.columns, readStops(table, meant.columns, document)) }
        const ofSpeakers = isOfSpeakers(plan)
        for (const row of table.rows) {
          const reading = readRow(document.text, row, plan, sense)
          const [first, last] = [row.cells[0], row.cells.at(-1)]
          if (!reading || !first || !last) continue
          const event = ofSpeakers && reading.own.type === 'Person' ? findEvent(row.sections, first.start) : null
          if (event) reading.things.push({ means: 'event', thing: event })
          statements.push(...claimRow(document.text, reading, { start: first.start, end: last.end }, book))
        }
      }
      return { entities: book.used(statements), statements, problems: [] }
    },
  }
}

function noteStops(
  columns: ColumnPlan['columns'],
  stops: ReadonlyMap<string, StopMeaning>,
): Map<string, ColumnMeaning> {
  return new Map(
    [...columns].map(([header, meaning]) => {
      const stop = stops.get(header)
      return [header, stop ? { ...meaning, stop } : meaning]
    }),
  )
}

/** Rows of people under a header that says they spoke, or beside the titles of their talks, without a column of events. */
function isOfSpeakers({ columns, own }: ColumnPlan): boolean {
  const means = [...columns.values()].map((column) => column.means)
  if (means.includes('event')) return false
  return (
    means.includes('talk') ||
    /speaker|presenter|panel|moderator|lecturer|ponente|orador|演讲|发言|报告人|主讲/i.test(own)
  )
}
