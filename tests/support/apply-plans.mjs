// Applies the plans of a JSON file, one after the other, and tells each that is durable. Run as a process of its own, to be killed.
import { readFileSync, writeSync } from 'node:fs'
import { openSqliteGraphStore } from '../../dist/graph/store/sqlite/open-sqlite-graph-store.js'

const [file, plansFile, from = '0'] = process.argv.slice(2)
const plans = JSON.parse(readFileSync(plansFile, 'utf8'))
const store = await openSqliteGraphStore({ file })
for (let at = Number(from); at < plans.length; at += 1) {
  await store.apply(plans[at])
  writeSync(1, `${at}\n`)
}
await store.close()
