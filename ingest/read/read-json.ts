import { addTable } from './add-table.ts'
import { decodeInput } from './decode-input.ts'
import { measureJsonDepth } from './json-depth.ts'
import { ReadFailure } from './read-failure.ts'
import type { Reader, ReaderInput } from './reader.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

/** A list with more keys than this is no table. */
const MOST_COLUMNS = 300

/** Lists of objects become tables with the keys as header, anything else lines of `path: value`. Also one object a line. */
export const jsonReader: Reader = {
  name: 'JSON',
  mediaTypes: ['application/json', 'application/x-ndjson'],
  extensions: ['json', 'jsonl', 'ndjson', 'geojson'],
  score({ bytes, head, extension, mediaType }) {
    if (head === null) return 0
    if (this.extensions.includes(extension)) return /^\s*<(!doctype|html|\?xml)/i.test(head) ? 0.1 : 0.8
    const claimed = mediaType !== undefined && this.mediaTypes.includes(mediaType)
    return /^\s*[[{]\s*["{[\]}]/.test(head) && (claimed || isClosed(head, bytes)) ? 0.75 : 0
  },
  async read(input) {
    const text = decodeInput(input)
    const depth = measureJsonDepth(text)
    if (depth > input.limits.maxDepth) {
      throw new ReadFailure(
        'too-deep',
        `The JSON nests ${depth} levels deep, the limit is ${input.limits.maxDepth}. Flatten it or raise maxDepth.`,
      )
    }
    const root = parseJson(text)
    addValue(root, '', input)
    const title = isObject(root) ? (root.title ?? root.name) : undefined
    return typeof title === 'string' ? { title } : {}
  },
}

function isClosed(head: string, bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-64)).toString('latin1').replaceAll('\0', '').trimEnd()
  return tail.endsWith(head.trimStart().startsWith('{') ? '}' : ']')
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text)
  } catch (error) {
    const lines = parseLines(text)
    if (lines) return lines
    const line = findBrokenLine(text, error)
    throw new ReadFailure(
      'json-invalid',
      `Expected JSON; ${line === undefined ? 'it breaks off or breaks the rules' : `it breaks at line ${line}`}: a bracket, comma or quote is missing or too many, or the end is. Mend it or save it anew.`,
      { cause: error, line },
    )
  }
}

/** The engine tells most places in its message, and says when the text ends too early. */
function findBrokenLine(text: string, error: unknown): number | undefined {
  const said = error instanceof Error ? error.message : ''
  const position = /\bend of JSON\b/.test(said) ? text.trimEnd().length : said.match(/position (\d+)/)?.[1]
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length
}

/** One JSON value a line, `null` where any line is something else. */
function parseLines(text: string): Json[] | null {
  const lines = text.split('\n').filter((line) => line.trim())
  if (lines.length < 2) return null
  try {
    return lines.map((line) => JSON.parse(line) as Json)
  } catch {
    return null
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Depth is limited before, so recursion is safe. */
function addValue(value: Json, path: string, input: ReaderInput): void {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isObject)) addList(value, path, input)
    else if (value.every((item) => typeof item !== 'object')) addLine(path, describe(value), input)
    else
      for (const [index, item] of value.entries()) addValue(item, path ? `${path}.${index + 1}` : `${index + 1}`, input)
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) addValue(item, path ? `${path}.${key}` : key, input)
  } else addLine(path, describe(value), input)
}

function addLine(path: string, value: string, { builder }: ReaderInput): void {
  if (value.trim()) builder.addBlock('paragraph', path ? `${path}: ${value}` : value)
}

function addList(items: readonly JsonObject[], path: string, input: ReaderInput): void {
  const { builder, deadline } = input
  const rows = items.map((item) => flatten(item))
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  if (columns.length > MOST_COLUMNS) {
    // Keys that are values, not names of columns.
    for (const [index, row] of rows.entries()) {
      deadline.check()
      for (const [key, value] of row) addLine(`${path ? `${path}.` : ''}${index + 1}.${key}`, value, input)
    }
    return
  }
  if (path) builder.addBlock('caption', path)
  addTable(builder, [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))], deadline, 1)
}

/** Objects inside an object become columns of their own: `address.city`. */
function flatten(item: JsonObject, prefix = '', row = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(item)) {
    const column = prefix ? `${prefix}.${key}` : key
    if (isObject(value)) flatten(value, column, row)
    else row.set(column, describe(value))
  }
  return row
}

function describe(value: Json): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(describe).filter(Boolean).join('; ')
  if (isObject(value)) return Object.values(value).map(describe).filter(Boolean).join(', ')
  return String(value)
}
