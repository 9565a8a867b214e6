import { z } from 'zod'
import { ENTITY_TYPES, type EntityType, isEntityType, PROPERTIES } from '../../../graph/ontology/ontology.ts'
import { type ColumnMeaning, isMeaning, type MeaningName, NOTE_MEANINGS, THING_MEANINGS } from './column-meaning.ts'
import { foldHeader } from './fold-header.ts'
import { TableMappingError } from './table-mapping-error.ts'

/** What the columns of a table mean where their headers do not say it in words we know. */
export interface TableMapping {
  /** Type of what a row is about. */
  rows?: EntityType
  /** By header as it stands in the table; case, accents and punctuation do not count. */
  columns: Record<string, ColumnMeaning>
}

const ROW_TYPES = Object.keys(ENTITY_TYPES).filter((type) => type !== 'Document')
const MEANINGS = [...Object.keys(THING_MEANINGS), ...Object.keys(PROPERTIES), ...NOTE_MEANINGS]
const MOST_SHOWN = 10

const meaning = z.custom<MeaningName>((value) => typeof value === 'string' && isMeaning(value), {
  error: ({ input }) => `expected one of ${MEANINGS.join(', ')}; got ${show(input)}`,
})

const mappingSchema = z.strictObject(
  {
    rows: z
      .custom<EntityType>((value) => typeof value === 'string' && isEntityType(value) && value !== 'Document', {
        error: ({ input }) => `expected one of ${ROW_TYPES.join(', ')}; got ${show(input)}`,
      })
      .optional(),
    columns: z.record(
      z.string(),
      z.union([meaning, z.strictObject({ means: meaning, unit: z.string().min(1).max(40).optional() })], {
        error: (issue) =>
          issue.code === 'invalid_union' ? describeColumn(issue.input) : `expected a meaning, got ${show(issue.input)}`,
      }),
      { error: ({ input }) => `expected an object from header to meaning, got ${show(input)}` },
    ),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `"rows" and "columns" are known here, got ${issue.keys.map(show).join(', ')}`
        : `expected an object with "columns", got ${show(issue.input)}`,
  },
)

function show(value: unknown): string {
  return value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value)).slice(0, 80)
}

function describeColumn(value: unknown): string {
  const isObject = typeof value === 'object' && value !== null
  const means = isObject ? (value as { means?: unknown }).means : value
  if (typeof means === 'string' && isMeaning(means))
    return `expected {"means", "unit"} and nothing else, unit a short text; got ${show(value)}`
  return `expected one of ${MEANINGS.join(', ')}; got ${show(means)}`
}

/** Reads a mapping file. Throws a `TableMappingError` that lists every problem. */
export function parseTableMapping(text: string): TableMapping {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new TableMappingError(
      [`expected JSON, got ${show(text.slice(0, 40))}…; a bracket, comma or quote is missing or too many`],
      { cause },
    )
  }
  const read = mappingSchema.safeParse(content)
  if (!read.success) {
    const problems = read.error.issues.slice(0, MOST_SHOWN).map(({ path, message }) => {
      const [first, ...rest] = path.map(String)
      return `${first === undefined ? 'the file' : [first, ...rest.map((each) => `"${each}"`)].join(' ')}: ${message}`
    })
    throw new TableMappingError(problems)
  }
  const columns: TableMapping['columns'] = {}
  for (const [header, given] of Object.entries(read.data.columns)) {
    const { means, unit } = typeof given === 'string' ? { means: given, unit: undefined } : given
    columns[foldHeader(header)] = { means, ...(unit && { unit }), mapped: true }
  }
  if (Object.keys(columns).length === 0)
    throw new TableMappingError(['columns: expected at least one header, got none'])
  return { ...(read.data.rows && { rows: read.data.rows }), columns }
}
