import type { Logger } from 'pino'
import type { Services } from '../services.ts'
import type { ApiLimits } from './api-limits.ts'
import type { Loaders } from './create-loaders.ts'
import type { IngestDesk } from './ingest-desk.ts'
import type { ProgressChannel } from './progress-channel.ts'
import type { Standing } from './staff-token.ts'

/** What every resolver gets besides its arguments. */
export interface ApiContext {
  services: Services
  /** Made anew after each change, so that an answer never shows what was before it. */
  loaders: Loaders
  desk: IngestDesk
  progress: ProgressChannel
  limits: ApiLimits
  standing: Standing
  log: Logger
}
