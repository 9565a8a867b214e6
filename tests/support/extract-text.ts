import { loadThesaurus } from '../../graph/thesaurus/load-thesaurus.ts'
import type { ExtractedEntity, ExtractedStatement, Extraction, Extractor } from '../../ingest/extract/extraction.ts'
import { createRulesExtractor } from '../../ingest/extract/rules-extractor.ts'
import { readDocument } from '../../ingest/read/read-document.ts'

let extractor: Extractor | undefined

/** What the rules read out of a text, with short ways to look at it. */
export interface ReadText {
  text: string
  extraction: Extraction
  /** "Type name" of every entity, sorted. */
  entities: string[]
  /** "subject PREDICATE object" of every relation, sorted; modality behind it where it is not asserted. */
  relations: string[]
  /** "subject property text" of every fact, sorted. */
  facts: string[]
  entity(name: string): ExtractedEntity | undefined
  statement(predicate: string): ExtractedStatement | undefined
}

/** Reads a text as a plain text file and extracts with the whole thesaurus. */
export async function extractText(text: string, source = 'document.txt'): Promise<ReadText> {
  extractor ??= createRulesExtractor({ thesaurus: loadThesaurus() })
  const read = await readDocument({ source, bytes: new TextEncoder().encode(text) })
  const extraction = await extractor.extract(read)
  const names = new Map(extraction.entities.map(({ key, name }) => [key, name]))
  const said = ({ subject, predicate, object, value, modality }: ExtractedStatement): string =>
    `${names.get(subject)} ${predicate} ${object === undefined ? value?.text : names.get(object)}${modality === 'asserted' ? '' : ` (${modality})`}`
  return {
    text: read.text,
    extraction,
    entities: extraction.entities.map(({ type, name }) => `${type} ${name}`).sort(),
    relations: extraction.statements
      .filter(({ object }) => object !== undefined)
      .map(said)
      .sort(),
    facts: extraction.statements
      .filter(({ value }) => value !== undefined)
      .map(said)
      .sort(),
    entity: (name) => extraction.entities.find((entity) => entity.name === name || entity.aliases.includes(name)),
    statement: (predicate) => extraction.statements.find((statement) => statement.predicate === predicate),
  }
}
