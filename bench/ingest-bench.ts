import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { packageRoot } from '../graph/package-root.ts'
import { composePdf } from './compose-pdf.ts'
import { composeFolder, composeReport } from './compose-report.ts'
import { printTable } from './print-table.ts'
import { listRealFiles } from './real-files.ts'

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

/** End to end: files on disk to an acknowledged graph and a search index, over growing numbers of documents and over their kinds. */
export async function benchIngest({ large = false } = {}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cupel-bench-'))
  try {
    await growDocuments(folder, large ? [100, 1_000, 10_000] : [100, 1_000])
    console.log()
    await compareKinds(folder, large)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function growDocuments(folder: string, sizes: readonly number[]): Promise<void> {
  const rows = []
  for (const documents of sizes) {
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
}

/** The same way for one document of each kind, the start of the process included. */
async function compareKinds(folder: string, large: boolean): Promise<void> {
  const join1kB = (count: number) => Array.from({ length: count }, (_, number) => composeReport(number)).join('\n\n')
  const kinds: [name: string, file: string, bytes: Uint8Array, pages?: number][] = [
    ['text of 0.1 MB', 'report.txt', Buffer.from(join1kB(115))],
    ['text of 1 MB', 'reports.txt', Buffer.from(join1kB(1_150))],
    ...(large ? [['text of 10 MB', 'long.txt', Buffer.from(join1kB(11_500))] as [string, string, Uint8Array]] : []),
    ['PDF, two columns and tables', 'composed.pdf', await composePdf(300), 300],
    ...listRealFiles('DA-619p.pdf').map(([file, bytes]): [string, string, Uint8Array, number] => [
      file,
      file,
      bytes,
      619,
    ]),
  ]
  const rows = []
  for (const [kind, file, bytes, pages] of kinds) {
    const source = join(folder, `kind-${file}`)
    await mkdir(source)
    await writeFile(join(source, file), bytes)
    const { seconds, peak } = await runCli(['ingest', source], join(folder, `data-${file}`))
    rows.push({
      document: kind,
      MB: (bytes.length / 1e6).toFixed(2),
      s: seconds.toFixed(1),
      'MB/s': (bytes.length / 1e6 / seconds).toFixed(2),
      pages: pages ?? '',
      'pages/s': pages ? (pages / seconds).toFixed(0) : '',
      'peak MB': Math.round(peak),
    })
  }
  printTable(rows)
}
