import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../../graph/package-root.ts'
import { buildLibrary } from '../../../scripts/examples/build-library.ts'

it('builds the very bytes that stand in the library', async () => {
  const root = packageRoot()
  const built = await buildLibrary(join(root, 'scripts/examples/sources'))
  expect(built.size).toBeGreaterThanOrEqual(16)
  for (const [name, bytes] of built) {
    const kept = readFileSync(join(root, 'examples/library', name))
    expect(kept.equals(bytes), `${name} differs from its source: npm run examples`).toBe(true)
  }
})
