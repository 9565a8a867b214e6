import type { Value } from '../../graph/values/value.ts'
import type { ExtractedStatement, Extraction } from './extraction.ts'

/** The fixed form of `cupel extract --json` for one document. */
export interface RenderedExtraction {
  entities: { type: string; name: string; aliases: string[] }[]
  relations: { subject: string; predicate: string; object: string }[]
  facts: { subject: string; property: string; value: string }[]
}

/**
 * Shows an extraction by names. Planned and hedged claims are shown beside asserted ones, since the form has no place
 * for modality; negated ones are not. A capacity stands among the relations too.
 */
export function renderExtraction({
  entities,
  statements,
}: Pick<Extraction, 'entities' | 'statements'>): RenderedExtraction {
  const names = new Map(entities.map(({ key, name }) => [key, name]))
  const relations: RenderedExtraction['relations'] = []
  const facts: RenderedExtraction['facts'] = []
  const seen = new Set<string>()
  for (const statement of statements) {
    if (statement.modality === 'negated') continue
    const subject = names.get(statement.subject)
    if (subject === undefined) continue
    const key = `${statement.subject}\u0000${statement.predicate}\u0000${statement.object ?? valueText(statement.value)}`
    if (seen.has(key)) continue
    seen.add(key)
    renderStatement(statement, subject, names, relations, facts)
  }
  return { entities: entities.map(({ type, name, aliases }) => ({ type, name, aliases })), relations, facts }
}

function renderStatement(
  { predicate, object, value }: ExtractedStatement,
  subject: string,
  names: ReadonlyMap<string, string>,
  relations: RenderedExtraction['relations'],
  facts: RenderedExtraction['facts'],
): void {
  if (object !== undefined) {
    const name = names.get(object)
    if (name !== undefined) relations.push({ subject, predicate, object: name })
    return
  }
  const text = valueText(value)
  facts.push({ subject, property: predicate, value: text })
  if (predicate === 'capacity') relations.push({ subject, predicate: 'CAPACITY', object: text })
}

function valueText(value: Value | undefined): string {
  return value?.text ?? ''
}
