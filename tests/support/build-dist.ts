import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../graph/package-root.ts'

/** Compiles the sources once before the tests, so that tests of processes and threads run what they see. */
export function setup(): void {
  compileSources(packageRoot(import.meta.url))
}

/** Throws where the compiler finds errors: tests would run what an earlier build left. */
export function compileSources(folder: string): void {
  const compiler = join(packageRoot(import.meta.url), 'node_modules', 'typescript', 'bin', 'tsc')
  const { status, stdout, error } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0)
    throw new Error(`Expected the sources to compile before the tests; mend what tsc says:\n${stdout}`, {
      cause: error,
    })
}
