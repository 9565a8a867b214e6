import type { Migration } from '../migration.ts'
import { createGraph } from './0001-create-graph.ts'
import { indexNamesByForm } from './0002-index-names-by-form.ts'

/** Every step, in the order of their names. */
export const MIGRATIONS: readonly Migration[] = [createGraph, indexNamesByForm]
