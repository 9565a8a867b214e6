import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../graph/package-root.ts'
import { buildLibrary } from './examples/build-library.ts'

// Writes the binary and oddly encoded documents of `examples/library` from their sources: `npm run examples`.
const root = packageRoot()
for (const [name, bytes] of await buildLibrary(join(root, 'scripts/examples/sources'))) {
  await writeFile(join(root, 'examples/library', name), bytes)
  process.stdout.write(`${name}\t${bytes.length} bytes\n`)
}
