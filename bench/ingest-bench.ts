import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { packageRoot } from '../graph/package-root.ts'
import { printTable } from './print-table.ts'

const CLI = join(packageRoot(), 'dist', 'src', 'cli', 'main.js')

const METALS = ['zinc', 'lead', 'copper', 'nickel', 'cobalt', 'aluminium', 'tin']
const WASTES = [
  'steel dust',
  'aluminium dross',
  'lead-acid batteries',
  'lithium-ion batteries',
  'printed circuit boards',
  'zinc ash',
  'salt slag',
]
const CITIES = ['Rayong', 'Hanoi', 'Kunming', 'Surabaya', 'Gothenburg', 'Duisburg', 'Busan']
const COUNTRIES = ['Thailand', 'Viet Nam', 'China', 'Indonesia', 'Sweden', 'Germany', 'Republic of Korea']

function pick(list: readonly string[], number: number): string {
  return list[number % list.length] ?? ''
}

/** A company report of about 1.5 kB, different for every number, in the manner of what Cupel reads. */
function composeReport(number: number): string {
  const name = `Bench Metals ${number.toString(36).toUpperCase()} Co., Ltd.`
  const [metal, waste, city, country] = [
    pick(METALS, number),
    pick(WASTES, number >> 1),
    pick(CITIES, number >> 2),
    pick(COUNTRIES, number >> 2),
  ]
  const paragraph = `${name} treats ${waste} and recovers ${metal} at its plant in ${city}, ${country}. The plant has a capacity of ${(number % 90) + 10},000 tonnes of ${waste} a year and was opened in ${2000 + (number % 25)}.`
  const more = `The company employs ${(number % 900) + 50} people. In ${2010 + (number % 15)} it invested USD ${(number % 40) + 2} million in a new line for ${pick(WASTES, number + 3)}.`
  const closing = `Visitors from ministries and city governments come to see how the process works, and ask what it costs, what it needs and where the residues go. Number ${number}.`
  return [`${name} in ${city}`, paragraph, more, closing, paragraph.replace('treats', 'also receives'), closing].join(
    '\n\n',
  )
}

async function composeFolder(folder: string, documents: number): Promise<number> {
  await mkdir(folder, { recursive: true })
  let bytes = 0
  for (let number = 0; number < documents; number++) {
    const text = composeReport(number)
    bytes += text.length
    await writeFile(join(folder, `report-${number}.txt`), text)
  }
  return bytes
}

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
