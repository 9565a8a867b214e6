import { mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { explainSystemError, isFull } from './explain-system-error.ts'
import { GraphError } from './graph-error.ts'

/**
 * Makes a folder and those above it that are missing, each on disk before the next. One at a time, because the recursive
 * form of Node never ends where a file system lets no folder be made (`/proc`). Rejects with `store-unavailable` or `store-full`.
 */
export async function ensureFolder(folder: string): Promise<void> {
  try {
    await make(folder)
  } catch (cause) {
    throw new GraphError(
      isFull(cause) ? 'store-full' : 'store-unavailable',
      `The folder ${folder} cannot be used: ${explainFolder(cause)}, or name another folder (CUPEL_DATA).`,
      { cause },
    )
  }
}

async function make(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) await make(parent)
  try {
    await mkdir(folder)
  } catch (error) {
    // Another process may have been first.
    if (codeOf(error) === 'EEXIST' && (await isFolder(folder))) return
    throw error
  }
  await syncFolder(parent)
}

/** Rejects where something else is in its place. */
async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
  throw Object.assign(new Error(`${path} is no folder`), { code: 'ENOTDIR', syscall: 'stat' })
}

/** What was made, renamed or removed in a folder survives a power cut once this resolves. */
export async function syncFolder(folder: string): Promise<void> {
  // A folder one may write but not read cannot be opened; Windows opens none at all.
  const handle = await open(folder, 'r').catch((error) => {
    if (['EACCES', 'EPERM', 'EISDIR'].includes(codeOf(error) ?? '')) return null
    throw error
  })
  try {
    await handle?.sync()
  } finally {
    await handle?.close()
  }
}

function explainFolder(error: unknown): string {
  const code = codeOf(error)
  if (code === 'EEXIST') return 'a link that leads nowhere is in its place. Remove or mend the link'
  // Only where its parent was there a moment ago.
  if (code === 'ENOENT') return 'the file system takes no new folders there. Choose another place'
  return explainSystemError(error)
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}
