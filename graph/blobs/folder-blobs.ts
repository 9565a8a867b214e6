import { randomUUID } from 'node:crypto'
import { access, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ensureFolder, syncFolder } from '../ensure-folder.ts'
import { explainSystemError, isFull } from '../explain-system-error.ts'
import { GraphError } from '../graph-error.ts'
import { hashContent } from '../identity.ts'
import type { Blobs } from './blobs.ts'

const HASH = /^[0-9a-f]{64}$/
const FIRST_BYTE = /^[0-9a-f]{2}$/
/** Where files are written until they are whole, and the list of originals that never came. */
const ASIDE = 'unfinished'
const FORGONE = 'not-imported.txt'
/** An unfinished file older than this was left by a process that was killed. */
const LEFT_BEHIND_MS = 3_600_000

/**
 * Originals as files named by their hash, in 256 folders by its first byte. A file is written aside, synced and renamed,
 * so that it is there whole or not at all. Rejects with `store-unavailable` or `store-full` where the folder fails.
 */
export class FolderBlobs implements Blobs {
  readonly #folder: string
  #swept: Promise<void> | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  async put(hash: string, bytes: Uint8Array): Promise<void> {
    const path = this.#path(hash)
    if (hashContent(bytes) !== hash) {
      throw new GraphError(
        'invalid',
        `An original must be stored under the SHA-256 of its bytes; ${hash} is another's.`,
      )
    }
    // What cannot be read is replaced like what is damaged.
    const stored = await this.get(hash).catch(() => null)
    if (stored && Buffer.compare(stored, bytes) === 0) return
    await this.#write(path, bytes)
  }

  async get(hash: string): Promise<Uint8Array | null> {
    return this.#try(() => unlessMissing(readFile(this.#path(hash)), null))
  }

  async has(hash: string): Promise<boolean> {
    return access(this.#path(hash)).then(
      () => true,
      () => false,
    )
  }

  async delete(hash: string): Promise<void> {
    await this.#try(() => rm(this.#path(hash), { force: true }))
  }

  async *list(): AsyncGenerator<{ hash: string; modified: Date }> {
    for (const folder of await this.#names(this.#folder)) {
      if (!FIRST_BYTE.test(folder)) continue
      for (const hash of await this.#names(join(this.#folder, folder))) {
        if (!HASH.test(hash)) continue
        // Another process may just have removed it.
        const info = await this.#try(() => unlessMissing(stat(this.#path(hash)), null))
        if (info) yield { hash, modified: info.mtime }
      }
    }
  }

  async forgo(hashes: AsyncIterable<string>): Promise<void> {
    const all = new Set(await this.forgone())
    for await (const hash of hashes) all.add(hash)
    if (all.size > 0) await this.#write(join(this.#folder, FORGONE), `${[...all].join('\n')}\n`)
  }

  async forgone(): Promise<ReadonlySet<string>> {
    const path = join(this.#folder, FORGONE)
    const text = await this.#try(() => unlessMissing(readFile(path, 'utf8'), ''))
    return new Set(text.split('\n').filter((line) => HASH.test(line)))
  }

  async #write(path: string, content: Uint8Array | string): Promise<void> {
    const folder = dirname(path)
    const unfinished = join(this.#folder, ASIDE)
    await ensureFolder(folder)
    await ensureFolder(unfinished)
    this.#swept ??= sweep(unfinished)
    await this.#swept
    const aside = join(unfinished, randomUUID())
    await this.#try(async () => {
      try {
        const file = await open(aside, 'wx')
        try {
          await file.writeFile(content)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(aside, path)
        await syncFolder(folder)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
    })
  }

  async #names(folder: string): Promise<string[]> {
    return this.#try(() => unlessMissing(readdir(folder), []))
  }

  async #try<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      if (cause instanceof GraphError) throw cause
      throw new GraphError(
        isFull(cause) ? 'store-full' : 'store-unavailable',
        `The folder of originals, ${this.#folder}, cannot be used: ${explainSystemError(cause)}.`,
        { cause },
      )
    }
  }

  #path(hash: string): string {
    // A hash is all that ever becomes part of a path.
    if (!HASH.test(hash))
      throw new GraphError('invalid', `Expected a SHA-256 of 64 hex digits, got ${JSON.stringify(hash)}.`)
    return join(this.#folder, hash.slice(0, 2), hash)
  }
}

/** What is not there is an answer; every other failure is one. */
async function unlessMissing<T, U>(found: Promise<T>, missing: U): Promise<T | U> {
  try {
    return await found
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return missing
    throw error
  }
}

/** Removes what killed processes left unfinished; what others are writing now is young. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const info = await stat(path).catch(() => null)
    if (info && Date.now() - info.mtimeMs > LEFT_BEHIND_MS) await rm(path, { force: true }).catch(() => {})
  }
}
