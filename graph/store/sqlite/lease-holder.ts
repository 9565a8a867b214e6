import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'

const KEY = 'cupel-instance'
/** Told apart from a later process of the same number: in a container every server is process 1. Its threads share it. */
const INSTANCE = String(getEnvironmentData(KEY) ?? randomUUID())
setEnvironmentData(KEY, INSTANCE)

/** The name a lease is kept under: whose it is, and which process of which machine would have to be alive to end it. */
export function nameLeaseHolder(worker: string): string {
  return JSON.stringify([hostname(), process.pid, INSTANCE, worker])
}

/** Whether the process behind a lease is known to be gone. Of another machine nothing is known: its lease has to run out. */
export function isHolderGone(holder: string): boolean {
  const [host, pid, instance] = JSON.parse(holder) as [string, number, string]
  if (host !== hostname()) return false
  return pid === process.pid ? instance !== INSTANCE : !isAlive(pid)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Anything but "no such process" means that there is one, of another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
