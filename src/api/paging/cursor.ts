import { MAX_PAGE } from '../api-limits.ts'
import { createRequestError } from '../request-error.ts'

/**
 * Where a page begins. In a list of the store: `skip` items behind the store's own cursor (a store gives one only for the
 * end of a page, Relay wants one for each edge). In a ranked list: an offset.
 */
export type Position = { kind: 'store'; cursor?: string; skip: number } | { kind: 'offset'; offset: number }

type Encoded = ['s', string | null, number] | ['o', number]

export function encodeCursor(position: Position): string {
  const encoded: Encoded =
    position.kind === 'store' ? ['s', position.cursor ?? null, position.skip] : ['o', position.offset]
  return Buffer.from(JSON.stringify(encoded)).toString('base64url')
}

function parseCursor(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
}

/** Reads a cursor of this kind of list. Throws `invalid-cursor` for anything else. */
export function decodeCursor<Kind extends Position['kind']>(
  kind: Kind,
  text: string,
): Extract<Position, { kind: Kind }> {
  const encoded = parseCursor(text)
  if (Array.isArray(encoded)) {
    const [mark, first, second] = encoded
    const position = mark === 's' ? readStorePosition(first, second) : mark === 'o' ? readOffset(first) : null
    if (position?.kind === kind) return position as Extract<Position, { kind: Kind }>
  }
  const message =
    '`after` is expected to be the cursor of an edge of this very list. Leave it out to begin at the start.'
  throw createRequestError('invalid-cursor', message)
}

function readStorePosition(cursor: unknown, skip: unknown): Position | null {
  if (cursor !== null && typeof cursor !== 'string') return null
  if (!Number.isInteger(skip) || (skip as number) < 0 || (skip as number) > MAX_PAGE) return null
  return { kind: 'store', cursor: cursor ?? undefined, skip: skip as number }
}

function readOffset(offset: unknown): Position | null {
  return Number.isSafeInteger(offset) && (offset as number) >= 0 ? { kind: 'offset', offset: offset as number } : null
}
