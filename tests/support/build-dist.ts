import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../graph/package-root.ts'

/** Compiles the sources once before the tests, so that tests of processes and threads run what they see. */
export function setup(): void {
  const root = packageRoot(import.meta.url)
  // Type errors fail `npm run types`; here a half-changed tree may still run its tests.
  spawnSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  })
}
