import type { IngestSettings } from '../open-ingest.ts'
import type { Services } from '../services.ts'
import type { CliContext } from './cli-context.ts'

/** Opens services for one command and closes them whatever happens. Loads them only now, so that `--help` is instant. */
export async function withServices<Result>(
  context: Pick<CliContext, 'config'>,
  use: (services: Services) => Promise<Result>,
  options?: IngestSettings,
): Promise<Result> {
  const config = context.config()
  const { openServices } = await import('../compose.ts')
  const services = await openServices(config, options)
  try {
    return await use(services)
  } finally {
    await services.close()
  }
}
