import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { checkConcepts } from './check-concepts.ts'
import { conceptFileSchema } from './concept-schema.ts'
import { indexConcepts } from './index-concepts.ts'
import type { Concept, Thesaurus } from './thesaurus.ts'
import { ThesaurusError } from './thesaurus-error.ts'

/**
 * Reads, checks and indexes a scheme: one JSON file, or every `.json` file of a folder. Throws a `ThesaurusError` that
 * lists every problem.
 */
export function readThesaurus(path: string): Thesaurus {
  const concepts = listFiles(path).flatMap(readConcepts)
  const problems = checkConcepts(concepts)
  if (problems.length > 0) throw new ThesaurusError(path, problems)
  return indexConcepts(concepts)
}

function listFiles(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    const names = readdirSync(path).filter((name) => name.endsWith('.json'))
    if (names.length > 0) return names.sort().map((name) => join(path, name))
  } catch (cause) {
    throw new ThesaurusError(path, ['expected a JSON file or a folder of them, found nothing readable there'], {
      cause,
    })
  }
  throw new ThesaurusError(path, ['expected at least one .json file in the folder, found none'])
}

function readConcepts(file: string): Concept[] {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new ThesaurusError(file, [`expected JSON: ${cause instanceof Error ? cause.message : String(cause)}`], {
      cause,
    })
  }
  const read = conceptFileSchema.safeParse(content)
  if (read.success) return read.data.concepts
  throw new ThesaurusError(
    file,
    read.error.issues.map(({ path: [, index], path, message }) => {
      const concept = (content as { concepts?: { id?: unknown }[] }).concepts?.[Number(index)]
      return `${concept?.id ?? path[0] ?? 'the file'}: ${path.slice(2).join('.') || 'content'}: ${message}`
    }),
  )
}
