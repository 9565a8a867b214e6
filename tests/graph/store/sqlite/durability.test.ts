import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphPlan } from '../../../../graph/graph-plan.ts'
import { packageRoot } from '../../../../graph/package-root.ts'
import type { GraphStore } from '../../../../graph/store/graph-store.ts'
import { openSqliteGraphStore } from '../../../../graph/store/sqlite/open-sqlite-graph-store.ts'
import { makeFolder } from '../../../support/make-folder.ts'
import { openTestStore } from '../../../support/open-test-store.ts'
import { planChain } from '../../../support/plan-chain.ts'
import { exportLines, findings } from '../../../support/read-whole.ts'

const ROUNDS = 20
const PROGRAM = join(packageRoot(), 'tests', 'support', 'apply-plans.mjs')

let folder: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ folder, remove } = await makeFolder())
})
afterAll(() => remove())

/** Plans, and the checksum of the graph after each of them. */
async function prepare(documents: number): Promise<{ plans: GraphPlan[]; plansFile: string; states: string[] }> {
  await using scratch = await openTestStore()
  const plans = await planChain(scratch.store, documents)
  await using reference = await openTestStore()
  const states = [await checksum(reference.store)]
  for (const plan of plans) {
    await reference.store.apply(plan)
    states.push(await checksum(reference.store))
  }
  const plansFile = join(folder, `plans-${documents}.json`)
  await writeFile(plansFile, JSON.stringify(plans))
  return { plans, plansFile, states }
}

async function checksum(store: GraphStore): Promise<string> {
  return (await exportLines(store)).at(-1) as string
}

function startApplying(file: string, plansFile: string, from: number) {
  const child = spawn(process.execPath, [PROGRAM, file, plansFile, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    said += chunk
  })
  // A number that was cut short acknowledges nothing.
  return { child, applied: () => said.split('\n').length - 1, ended: once(child, 'close') }
}

describe('a process that applies plans', () => {
  it(`leaves exactly what it acknowledged, or one plan more, over ${ROUNDS} rounds of kill -9`, {
    timeout: 300_000,
  }, async () => {
    const { plans, plansFile, states } = await prepare(150)
    let [file, reached, cutShort] = [join(folder, 'killed-0.sqlite'), 0, 0]
    for (let round = 1; round <= ROUNDS; round += 1) {
      if (reached === plans.length) [file, reached] = [join(folder, `killed-${round}.sqlite`), 0]
      const { child, applied, ended } = startApplying(file, plansFile, reached)
      while (applied() === 0 && child.exitCode === null) await delay(2)
      await delay(Math.random() * 150)
      child.kill('SIGKILL')
      await ended
      const acknowledged = reached + applied()
      const store = await openSqliteGraphStore({ file })
      const state = await checksum(store)
      expect(states.slice(acknowledged, acknowledged + 2), `after ${acknowledged} plans`).toContain(state)
      expect(await findings(store)).toEqual([])
      await store.close()
      reached = states.indexOf(state, acknowledged)
      if (reached < plans.length) cutShort += 1
    }
    expect(cutShort).toBeGreaterThan(ROUNDS / 2)
  })

  it('shares the file with others that write and read', { timeout: 120_000 }, async () => {
    await using one = await openTestStore()
    await using two = await openTestStore()
    const sets = [await planChain(one.store, 40, 'x'), await planChain(two.store, 40, 'y')]
    const files = await Promise.all(
      sets.map(async (plans, at) => {
        const plansFile = join(folder, `shared-${at}.json`)
        await writeFile(plansFile, JSON.stringify(plans))
        return plansFile
      }),
    )
    const file = join(folder, 'shared.sqlite')
    const children = files.map((plansFile) => startApplying(file, plansFile, 0))
    const store = await openSqliteGraphStore({ file })
    let delivered = 0
    let running = true
    const done = Promise.all(children.map(({ ended }) => ended)).finally(() => {
      running = false
    })
    while (running) {
      const entries = await store.claimOutbox('reader', 50, 60_000)
      for (const { kind, id } of entries) await (kind === 'entity' ? store.entities([id]) : store.document(id))
      await store.acknowledgeOutbox(
        'reader',
        entries.map(({ sequence }) => sequence),
      )
      delivered += entries.length
      await delay(5)
    }
    await done
    expect(children.map(({ child }) => child.exitCode)).toEqual([0, 0])
    expect(delivered).toBeGreaterThan(0)
    await using reference = await openTestStore()
    for (const plan of sets.flat()) await reference.store.apply(plan)
    expect(await exportLines(store)).toEqual(await exportLines(reference.store))
    expect(await findings(store)).toEqual([])
    await store.close()
  })
})
