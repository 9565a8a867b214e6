import type { Migration } from '../migration.ts'
import { createGraph } from './0001-create-graph.ts'

/** Every step, in the order of their names. */
export const MIGRATIONS: readonly Migration[] = [createGraph]
