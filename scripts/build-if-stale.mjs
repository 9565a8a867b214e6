// Builds `dist` unless nothing changed since it was built. The first `npx cupel` in a checkout runs `prepare` once more, because
// npx takes the checkout for a package to install, and half a minute of silence is no greeting.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const SOURCES = ['graph', 'ingest', 'src', 'bench', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']
/** Written after a build without errors; its time is compared, not its content. */
const STAMP = join('dist', '.built')

/** Milliseconds since 1970; of a folder, of the newest thing below it; `missing` where there is nothing. */
function newestChange(path, missing) {
  const info = statSync(path, { throwIfNoEntry: false })
  if (!info) return missing
  if (!info.isDirectory()) return info.mtimeMs
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name), missing)))
}

const changed = Math.max(...SOURCES.map((path) => newestChange(path, 0)))
if (newestChange(STAMP, Number.NEGATIVE_INFINITY) <= changed) {
  const compiler = createRequire(join(process.cwd(), 'package.json')).resolve('typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
  if (status === 0) writeFileSync(STAMP, '')
  process.exitCode = status ?? 1
}
