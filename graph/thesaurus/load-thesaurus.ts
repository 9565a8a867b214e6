import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { indexConcepts } from './index-concepts.ts'
import type { Concept, Thesaurus } from './thesaurus.ts'

/** Where our own concepts are. */
export function thesaurusFolder(): string {
  return join(packageRoot(), 'graph/thesaurus/concepts')
}

/**
 * Our own concepts, indexed. They are taken as they stand: the tests put them through every check of `readThesaurus`, which
 * each start of a short command would wait for.
 */
export function loadThesaurus(): Thesaurus {
  const files = readdirSync(thesaurusFolder()).filter((name) => name.endsWith('.json'))
  return indexConcepts(files.sort().flatMap(loadConcepts))
}

function loadConcepts(file: string): Concept[] {
  const { concepts } = JSON.parse(readFileSync(join(thesaurusFolder(), file), 'utf8')) as {
    concepts: Partial<Concept>[]
  }
  return concepts.map((concept) => ({ altLabel: {}, broader: [], related: [], codes: [], ...concept }) as Concept)
}
