import { strict as assert } from 'node:assert'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { GraphStore } from '../graph/store/graph-store.ts'
import { openSqliteGraphStore } from '../graph/store/sqlite/open-sqlite-graph-store.ts'
import { composeGraph, createRandom, organisationId, organisationsOf } from './compose-graph.ts'
import { type DirectGraph, openDirectGraph } from './direct-graph.ts'
import { printTable } from './print-table.ts'

const SAMPLES = 300
const ROUNDS = 5
const NEIGHBOURS = 20

/**
 * Reads of the graph over growing sizes, beside the same work written by hand on the SQLite binding, on the same file in the
 * same run, in turns. Both must give the same answers. Goal: within 2 ×, and no more growth than logarithmic.
 */
export async function benchGraph({ large = false } = {}): Promise<void> {
  const rows = []
  const loads = []
  for (const statements of large ? [1e4, 1e5, 1e6] : [1e4, 1e5]) {
    const folder = await mkdtemp(join(tmpdir(), 'cupel-bench-'))
    try {
      const file = join(folder, 'graph.sqlite')
      loads.push(await load(file, statements))
      const store = await openSqliteGraphStore({ file })
      const direct = openDirectGraph(file)
      rows.push(...(await compare(store, direct, statements)))
      direct.close()
      await store.close()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  printTable(loads)
  console.log('')
  printTable(rows.sort((a, b) => a.order - b.order).map(({ order: _, ...row }) => row))
}

async function load(file: string, statements: number): Promise<Record<string, string | number>> {
  const store = await openSqliteGraphStore({ file })
  const started = performance.now()
  for (const plan of composeGraph(statements)) await store.apply(plan)
  const seconds = (performance.now() - started) / 1000
  const counts = await store.counts()
  await store.close()
  const { size } = await stat(file)
  return {
    statements: counts.statements,
    entities: counts.entities,
    documents: counts.documents,
    'apply s': seconds.toFixed(1),
    'statements/s': Math.round(counts.statements / seconds),
    'ms a document': ((seconds * 1000) / counts.documents).toFixed(1),
    MB: Math.round(size / 1e6),
  }
}

interface Task {
  name: string
  inputs: (readonly string[])[]
  ours: (...input: string[]) => Promise<unknown>
  direct: (...input: string[]) => unknown
}

async function compare(store: GraphStore, direct: DirectGraph, statements: number) {
  const around = async (id: string) => (await store.neighbours(id, {}, { limit: NEIGHBOURS })).items
  const path = async (from: string, to: string) => (await store.paths(from, to, { maxHops: 3, limit: 1 }))[0] ?? null
  const { any, full, pairs } = await sample(direct, statements)
  const tasks: Task[] = [
    {
      name: 'point read',
      inputs: any,
      ours: async (id) => (await store.entities([id]))[0],
      direct: (id) => direct.entity(id),
    },
    {
      name: `neighbourhood of ${NEIGHBOURS}`,
      inputs: full,
      ours: around,
      direct: (id) => direct.neighbours(id, NEIGHBOURS),
    },
    {
      name: `${NEIGHBOURS} around a hub`,
      inputs: Array.from({ length: 20 }, (_, at) => [`country/${at}`]),
      ours: around,
      direct: (id) => direct.neighbours(id, NEIGHBOURS),
    },
    { name: 'three-hop path', inputs: pairs, ours: path, direct: (from, to) => direct.path(from, to, 3) },
  ]
  const rows = []
  for (const [order, task] of tasks.entries()) {
    for (const input of task.inputs) checkEqual(await task.ours(...input), task.direct(...input))
    const [ours, peer] = await measure(task)
    rows.push({
      order,
      work: task.name,
      statements,
      'ours ms': ours.toFixed(3),
      'by hand ms': peer.toFixed(3),
      ratio: `${(ours / peer).toFixed(2)} ×`,
    })
  }
  return rows
}

/** Paths may differ where several are shortest; their length may not. */
function checkEqual(ours: unknown, direct: unknown): void {
  const length = (answer: unknown) => (answer as { entities?: unknown[] } | null)?.entities?.length
  if (length(ours) === undefined) assert.deepEqual(ours, direct)
  else assert.equal(length(ours), length(direct))
}

/** Any organisations; such with a full neighbourhood; pairs exactly three relations apart. */
async function sample(direct: DirectGraph, statements: number) {
  const random = createRandom(7)
  const pick = () => organisationId(Math.floor(organisationsOf(statements) * random() ** 2))
  const take = <T>(make: () => T | undefined): T[] => {
    const found: T[] = []
    for (let tries = 0; found.length < SAMPLES && tries < 200_000; tries += 1) {
      const one = make()
      if (one !== undefined) found.push(one)
    }
    return found
  }
  const any = take(() => {
    const id = pick()
    return direct.entity(id) ? [id] : undefined
  })
  const full = take(() => {
    const id = pick()
    return direct.namesAround(id, NEIGHBOURS).length === NEIGHBOURS ? [id] : undefined
  })
  const pairs = take(() => {
    const [from, to] = [pick(), pick()]
    if (from === to || !direct.entity(from) || !direct.entity(to)) return undefined
    return direct.path(from, to, 3)?.entities.length === 4 ? [from, to] : undefined
  })
  return { any, full, pairs }
}

/** Median milliseconds of one call of each, both measured in turns over all inputs. */
async function measure({ inputs, ours, direct }: Task): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1)
    for (const input of inputs) {
      const start = performance.now()
      await ours(...input)
      const middle = performance.now()
      direct(...input)
      times[0].push(middle - start)
      times[1].push(performance.now() - middle)
    }
  return [median(times[0]), median(times[1])]
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
}
