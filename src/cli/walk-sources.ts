import { createReadStream, type Dirent } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { DocumentProblem } from '../../graph/document.ts'
import { explainSystemError } from '../../graph/explain-system-error.ts'
import { DEFAULT_READ_LIMITS, type SourceDocument } from '../../ingest/read/source-document.ts'

/** A file that was found. */
export interface FoundSource {
  source: string
  path: string
}

/** A file or folder that cannot be taken, and why. */
export interface RefusedSource {
  source: string
  problem: DocumentProblem
}

function refuse(source: string, code: string, message: string): RefusedSource {
  return { source, problem: { code, message, origin: 'read', fatal: true } }
}

/** Codes of their own for what users meet most. */
const CODES: Record<string, string> = { ENOENT: 'not-found', EACCES: 'no-permission', EPERM: 'no-permission' }

function explainIo(path: string, error: unknown): [code: string, message: string] {
  const code = CODES[(error as NodeJS.ErrnoException).code ?? ''] ?? 'io'
  // What Node puts for bytes that are no UTF-8; the name it gives back then finds nothing.
  if (code === 'not-found' && path.includes('\uFFFD'))
    return ['name-not-utf8', `The name of ${path} is not written in UTF-8. Rename the file, and its folders too.`]
  return [code, `${path} cannot be read: ${explainSystemError(error)}.`]
}

/**
 * Finds the files below the given paths in a stable order. Hidden files are passed over; links are followed only while they
 * stay inside the folder given. `source` is the path inside the folder, or the file's name where a file was given.
 */
export async function* walkSources(paths: readonly string[]): AsyncGenerator<FoundSource | RefusedSource> {
  for (const path of paths) {
    try {
      const info = await stat(path)
      if (info.isDirectory()) yield* walkFolder(path, await realpath(path), path, new Set())
      else if (info.isFile() || info.isFIFO()) yield { source: basename(path), path }
      else yield refuse(basename(path), 'not-a-file', notAFile(path))
    } catch (error) {
      yield refuse(basename(path), ...explainIo(path, error))
    }
  }
}

async function* walkFolder(
  root: string,
  realRoot: string,
  folder: string,
  seen: Set<string>,
): AsyncGenerator<FoundSource | RefusedSource> {
  const name = (path: string) => relative(root, path).split(sep).join('/')
  let entries: Dirent[]
  try {
    const real = await realpath(folder)
    // A link back to a folder above would walk in circles.
    if (seen.has(real)) return
    seen.add(real)
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield refuse(name(folder) || basename(folder), ...explainIo(folder, error))
    return
  }
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    const found: Inspected = await inspectEntry(path, entry, realRoot).catch((error) => explainIo(path, error))
    if (found === 'folder') yield* walkFolder(root, realRoot, path, seen)
    else if (found === 'file') yield { source: name(path), path }
    else yield refuse(name(path), ...found)
  }
}

type Inspected = 'file' | 'folder' | [code: string, message: string]

/** What an entry is, or why it cannot be taken. Rejects where the operating system does not say. */
async function inspectEntry(path: string, entry: Dirent, realRoot: string): Promise<Inspected> {
  if (entry.isSymbolicLink()) {
    const target = await realpath(path).catch(() => null)
    if (target === null)
      return ['broken-link', `${path} is a link to something that is not there. Remove or mend the link.`]
    const inside = realRoot.endsWith(sep) ? realRoot : realRoot + sep
    if (target !== realRoot && !target.startsWith(inside))
      return [
        'link-outside',
        `${path} links to something outside the folder that was given. Ingest its target by its own path.`,
      ]
  }
  const info = await stat(path)
  if (info.isDirectory()) return 'folder'
  return info.isFile() ? 'file' : ['not-a-file', notAFile(path)]
}

function notAFile(path: string): string {
  return `${path} is neither a file nor a folder. Save what it gives to a file, and name that.`
}

/** Reads a found file whole, unless it is too large: its size alone may say so, a pipe or `/proc` says none. */
export async function loadSource(
  { source, path }: FoundSource,
  maxBytes: number = DEFAULT_READ_LIMITS.maxBytes,
): Promise<SourceDocument | RefusedSource> {
  const tooLarge = (has: string) =>
    refuse(source, 'too-large', `At most ${Math.round(maxBytes / 1e6)} MB are read; ${path} has ${has}. Split it.`)
  try {
    const { size } = await stat(path)
    if (size > maxBytes) return tooLarge(`${Math.round(size / 1e6)} MB`)
    const bytes = size > 0 ? await readFile(path) : await readAtMost(path, maxBytes + 1)
    return bytes.length > maxBytes ? tooLarge('more') : { source, bytes }
  } catch (error) {
    return refuse(source, ...explainIo(path, error))
  }
}

async function readAtMost(path: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: most - 1 })) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
