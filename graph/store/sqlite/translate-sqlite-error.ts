import { GraphError } from '../../graph-error.ts'

/** Result codes of SQLite (https://www.sqlite.org/rescode.html), as the binding gives them in `errcode`. */
const BUSY = 5
const LOCKED = 6
const READONLY = 8
const IO = 10
const CORRUPT = 11
const FULL = 13
const CANNOT_OPEN = 14
const NOT_A_DATABASE = 26
/** What the operating system says when a disk, a quota or the limit on one file is full. */
const NO_SPACE = new Set([27, 28, 122])

interface SqliteFailure {
  sqliteCode?: number
  sqliteExtendedCode?: number
  systemErrno?: number
}

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined
  const { sqliteCode, sqliteExtendedCode } = error as SqliteFailure
  const code = sqliteExtendedCode ?? sqliteCode
  return code === undefined ? undefined : code & 0xff
}

/** Whether trying again in a moment may succeed: another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  const code = primaryCode(error)
  return code === BUSY || code === LOCKED
}

/** The `GraphError` for what SQLite reports of `file`; anything else comes back as it is. */
export function translateSqliteError(error: unknown, file: string): unknown {
  const failure = (code: GraphError['code'], message: string) => new GraphError(code, message, { cause: error })
  switch (primaryCode(error)) {
    case BUSY:
    case LOCKED:
      return failure(
        'store-locked',
        `The graph in ${file} stayed locked by another process. Wait for it to finish, or stop it, and try again.`,
      )
    case FULL:
      return failure(
        'store-full',
        `The disk or quota of ${file} is full; nothing of this change was written. Free some space and try again.`,
      )
    case IO:
      if (!NO_SPACE.has((error as SqliteFailure).systemErrno ?? 0))
        return failure(
          'store-unavailable',
          `Reading or writing ${file} failed: the disk reports a fault, or the file is damaged. Check the disk and try again.`,
        )
      return failure(
        'store-full',
        `The disk or quota of ${file} is full; nothing of this change was written. Free some space and try again.`,
      )
    case CORRUPT:
    case NOT_A_DATABASE:
      return failure(
        'store-corrupt',
        `${file} is no sound graph: it is damaged or something else. Restore it from a backup or an export.`,
      )
    case CANNOT_OPEN:
      return failure(
        'store-unavailable',
        `${file} cannot be opened: it is no file, or this user may not read it and write in its folder. Check the path and the rights (chmod, chown).`,
      )
    case READONLY:
      return failure(
        'store-unavailable',
        `${file} may only be read by this user. Check the rights of the file and its folder (chmod, chown), and that the disk is mounted for writing.`,
      )
    default:
      return error
  }
}
