import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openServices } from '../../src/compose.ts'
import type { Services } from '../../src/services.ts'
import { composeReports } from './reports.ts'

export interface Library {
  services: Services
  /** The data folder. */
  folder: string
  /** Closes the services and removes the folder. */
  close(): Promise<void>
}

type Documents = Record<string, string | Uint8Array>

async function* streamSources(documents: Documents) {
  for (const [source, content] of Object.entries(documents)) {
    yield { source, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }
  }
}

async function fill(services: Services, documents: Documents): Promise<void> {
  for await (const report of services.ingest(streamSources(documents))) {
    if (report.status === 'rejected') throw new Error(`${report.source}: ${report.problems[0]?.message}`)
  }
}

/** Real services on a folder of their own, with these documents ingested. */
export async function openLibrary(documents: Documents = composeReports(3)): Promise<Library> {
  const folder = await mkdtemp(join(tmpdir(), 'cupel-library-'))
  const services = await openServices({ dataFolder: folder, workers: 0 })
  const close = async () => {
    await services.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await fill(services, documents)
  } catch (error) {
    await close()
    throw error
  }
  return { services, folder, close }
}
