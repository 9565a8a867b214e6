import { randomUUID } from 'node:crypto'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { GraphError } from '../graph-error.ts'
import { hashContent } from '../identity.ts'
import type { Blobs } from './blobs.ts'

const HASH = /^[0-9a-f]{64}$/

/**
 * Originals as files named by their hash, in 256 folders by its first byte. A file is written aside, synced and renamed,
 * so that it is there whole or not at all.
 */
export class FolderBlobs implements Blobs {
  readonly #folder: string

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
    if (await this.has(hash)) return
    const folder = dirname(path)
    await mkdir(folder, { recursive: true })
    const aside = join(folder, `.${randomUUID()}`)
    try {
      const file = await open(aside, 'wx')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, path)
      await syncFolder(folder)
    } catch (cause) {
      await rm(aside, { force: true })
      const full = (cause as NodeJS.ErrnoException).code === 'ENOSPC'
      if (full)
        throw new GraphError(
          'store-full',
          `There is no room for the original in ${this.#folder}. Free some and try again.`,
          { cause },
        )
      throw cause
    }
  }

  async get(hash: string): Promise<Uint8Array | null> {
    try {
      return await readFile(this.#path(hash))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  async has(hash: string): Promise<boolean> {
    return access(this.#path(hash)).then(
      () => true,
      () => false,
    )
  }

  async delete(hash: string): Promise<void> {
    await rm(this.#path(hash), { force: true })
  }

  async *list(): AsyncGenerator<{ hash: string; modified: Date }> {
    const folders = await readdir(this.#folder).catch(() => [])
    for (const folder of folders) {
      for (const hash of await readdir(join(this.#folder, folder))) {
        if (HASH.test(hash)) yield { hash, modified: (await stat(this.#path(hash))).mtime }
      }
    }
  }

  #path(hash: string): string {
    // A hash is all that ever becomes part of a path.
    if (!HASH.test(hash))
      throw new GraphError('invalid', `Expected a SHA-256 of 64 hex digits, got ${JSON.stringify(hash)}.`)
    return join(this.#folder, hash.slice(0, 2), hash)
  }
}

/** The rename itself must survive a power cut too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
