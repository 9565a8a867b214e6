import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../graph/package-root.ts'

/** Real documents, where they lie beside the checkout. */
const FOLDER = join(packageRoot(), '..', 'shared', 'files')

/** Those whose names end so, with their bytes; none on a machine without them. */
export function listRealFiles(...endings: string[]): [name: string, bytes: Uint8Array][] {
  if (!existsSync(FOLDER)) {
    console.error(`No real documents (${endings.join(', ')}) stand beside the checkout: measured without them.`)
    return []
  }
  return readdirSync(FOLDER)
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => [file, readFileSync(join(FOLDER, file))])
}
