import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { packageRoot } from '../graph/package-root.ts'
import { composeFolder } from './compose-report.ts'
import { printTable } from './print-table.ts'

const CLI = join(packageRoot(), 'dist', 'src', 'cli', 'main.js')

interface Run {
  seconds: number
  /** Largest resident set of the process, MB. */
  peak: number
}

/** Runs the command line as its user would, watching its resident memory. */
async function runCli(args: string[], data: string): Promise<Run> {
  const started = performance.now()
  // The child's whole environment: nothing of ours leaks into the measurement.
  const child = spawn(process.execPath, [CLI, ...args], { env: { CUPEL_DATA: data, PATH: '' }, stdio: 'ignore' })
  let peak = 0
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    peak = Math.max(peak, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  }, 50)
  const code = await new Promise((resolve) => child.on('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`cupel ${args[0]} ended with ${code}`)
  return { seconds: (performance.now() - started) / 1000, peak }
}

/** End to end: files on disk to an acknowledged graph and a search index, over growing numbers of documents. */
export async function benchIngest({ large = false } = {}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cupel-bench-'))
  try {
    const rows = []
    for (const documents of large ? [100, 1_000, 10_000] : [100, 1_000]) {
      const [texts, data] = [join(folder, `texts-${documents}`), join(folder, `data-${documents}`)]
      const bytes = await composeFolder(texts, documents)
      const first = await runCli(['ingest', texts], data)
      const again = await runCli(['ingest', texts], data)
      rows.push({
        documents,
        MB: (bytes / 1e6).toFixed(1),
        'first run s': first.seconds.toFixed(1),
        'documents/s': Math.round(documents / first.seconds),
        'MB/s': (bytes / 1e6 / first.seconds).toFixed(2),
        'peak MB': Math.round(first.peak),
        'unchanged run s': again.seconds.toFixed(1),
        'unchanged peak MB': Math.round(again.peak),
      })
    }
    printTable(rows)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
