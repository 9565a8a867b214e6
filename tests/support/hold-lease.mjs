// Claims what waits in the outbox of the graph at argv[2] for an hour, says how much it is, and holds it until the process is killed.
import { openSqliteGraphStore } from '../../dist/graph/store/sqlite/open-sqlite-graph-store.js'

const store = await openSqliteGraphStore({ file: process.argv[2] })
const entries = await store.claimOutbox('holder', 1000, 3_600_000)
process.stdout.write(`${entries.length}\n`)
setInterval(() => {}, 60_000)
