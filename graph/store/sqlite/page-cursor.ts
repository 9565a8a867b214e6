import { GraphError } from '../../graph-error.ts'
import type { Page, PageRequest } from '../graph-store.ts'
import type { SqlValue } from './sqlite-connection.ts'

/** A cursor is the sort key of the last item given, so a page never depends on what was inserted before it. */
export function encodeCursor(key: readonly SqlValue[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Rejects with `invalid` a cursor that did not come from a page of this kind. */
export function decodeCursor<K extends readonly SqlValue[]>(
  cursor: string | undefined,
  like: readonly ('string' | 'number')[],
): K | undefined {
  if (cursor === undefined) return undefined
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(key) && key.length === like.length && key.every((part, at) => typeof part === like[at]))
      return key as unknown as K
  } catch {
    // Not JSON: said below.
  }
  throw new GraphError(
    'invalid',
    `"${cursor}" is not a cursor of this list. Pass the cursor of its previous page, or none for the first.`,
  )
}

/** Rejects with `invalid` what is not a number of items. */
export function readLimit({ limit }: Pick<PageRequest, 'limit'>): number {
  if (!Number.isInteger(limit) || limit < 1)
    throw new GraphError('invalid', `A page's limit must be a whole number of at least 1; ${limit} came.`)
  return limit
}

/** `rows` were read one beyond the limit: the one more says whether there is a next page. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => readonly SqlValue[],
  itemOf: (row: R) => T,
): Page<T> {
  const given = rows.slice(0, limit)
  const last = given.at(-1)
  return rows.length > limit && last !== undefined
    ? { items: given.map(itemOf), cursor: encodeCursor(keyOf(last)) }
    : { items: given.map(itemOf) }
}
