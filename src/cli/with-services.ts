import type { Services } from '../services.ts'

/** Opens services for one command and closes them whatever happens. */
export async function withServices<Result>(
  open: () => Promise<Services>,
  use: (services: Services) => Promise<Result>,
): Promise<Result> {
  const services = await open()
  try {
    return await use(services)
  } finally {
    await services.close()
  }
}
