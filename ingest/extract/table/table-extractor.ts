import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { ReadDocument } from '../../read/source-document.ts'
import { READING_VERSIONS } from '../../reading-versions.ts'
import type { ExtractedStatement, Extraction, Extractor } from '../extraction.ts'
import { claimRow } from './claim-row.ts'
import { collectTables } from './collect-tables.ts'
import { createEntityBook } from './entity-book.ts'
import { createHeadingEvents } from './find-heading-event.ts'
import { type ColumnPlan, planColumns } from './plan-columns.ts'
import { readRow } from './read-row.ts'
import { createCellMemory } from './remember-cells.ts'
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
        const plan = planColumns(table.headers, mapping)
        if (!plan) continue
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

/** Rows of people under a header that says they spoke, or beside the titles of their talks, without a column of events. */
function isOfSpeakers({ columns, own }: ColumnPlan): boolean {
  const means = [...columns.values()].map((column) => column.means)
  if (means.includes('event')) return false
  return (
    means.includes('talk') ||
    /speaker|presenter|panel|moderator|lecturer|ponente|orador|演讲|发言|报告人|主讲/i.test(own)
  )
}
