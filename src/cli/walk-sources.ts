import type { Dirent, Stats } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { DocumentProblem } from '../../graph/document.ts'
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

function explainIo(path: string, error: unknown): [code: string, message: string] {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT')
    return ['not-found', `There is no file or folder ${path}. Check the spelling, or quote names with spaces.`]
  if (code === 'EACCES' || code === 'EPERM')
    return [
      'no-permission',
      `${path} may not be read by this user. Give it read permission (chmod +r), for folders also +x.`,
    ]
  return ['io', `${path} could not be read: ${message}.`]
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
      else yield { source: basename(path), path }
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
    if (entry.isSymbolicLink()) {
      const target = await realpath(path).catch(() => null)
      if (target === null) {
        yield refuse(
          name(path),
          'broken-link',
          `${path} is a link to something that is not there. Remove or mend the link.`,
        )
        continue
      }
      if (target !== realRoot && !target.startsWith(realRoot + sep)) {
        yield refuse(
          name(path),
          'link-outside',
          `${path} links to something outside the folder that was given. Ingest its target by its own path.`,
        )
        continue
      }
    }
    const info: Stats = await stat(path)
    if (info.isDirectory()) yield* walkFolder(root, realRoot, path, seen)
    else if (info.isFile()) yield { source: name(path), path }
    else yield refuse(name(path), 'not-a-file', `${path} is neither a file nor a folder.`)
  }
}

/** Reads a found file whole, unless its size alone rules it out. */
export async function loadSource(
  { source, path }: FoundSource,
  maxBytes: number = DEFAULT_READ_LIMITS.maxBytes,
): Promise<SourceDocument | RefusedSource> {
  try {
    const { size } = await stat(path)
    if (size > maxBytes) {
      return refuse(
        source,
        'too-large',
        `At most ${Math.round(maxBytes / 1e6)} MB are read; ${path} has ${Math.round(size / 1e6)} MB. Split it.`,
      )
    }
    return { source, bytes: await readFile(path) }
  } catch (error) {
    return refuse(source, ...explainIo(path, error))
  }
}
