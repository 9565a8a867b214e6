import { DataFactory, Parser, type Quad } from 'n3'
import { conceptFileSchema } from './concept-schema.ts'
import { PREFIXES, TERMS } from './skos-vocabulary.ts'
import type { Concept } from './thesaurus.ts'
import { ThesaurusError } from './thesaurus-error.ts'

const { namedNode, literal, quad } = DataFactory

/** Concepts from SKOS in Turtle, as `writeSkosTurtle` writes them. Throws a `ThesaurusError`. */
export function readSkosTurtle(turtle: string, file = 'SKOS'): Concept[] {
  let quads: Quad[]
  try {
    quads = new Parser().parse(turtle)
  } catch (cause) {
    throw new ThesaurusError(file, [`expected Turtle: ${explain(cause)}`], { cause })
  }
  return collectConcepts(quads, file)
}

/** Concepts from SKOS in expanded JSON-LD, as `writeSkosJsonLd` writes them. Throws a `ThesaurusError`. */
export function readSkosJsonLd(text: string, file = 'SKOS'): Concept[] {
  let nodes: unknown
  try {
    nodes = JSON.parse(text)
  } catch (cause) {
    throw new ThesaurusError(file, [`expected JSON-LD: ${explain(cause)}`], { cause })
  }
  if (!Array.isArray(nodes)) {
    throw new ThesaurusError(file, [
      'expected expanded JSON-LD, a list of nodes; expand a document with a context first',
    ])
  }
  return collectConcepts([...readNodes(nodes)], file)
}

function explain(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function* readNodes(nodes: unknown[]): Generator<Quad> {
  for (const node of nodes) {
    if (typeof node !== 'object' || node === null || !('@id' in node) || typeof node['@id'] !== 'string') continue
    const subject = namedNode(node['@id'])
    for (const [term, values] of Object.entries(node)) {
      if (!Array.isArray(values)) continue
      for (const value of values) {
        if (term === '@type' && typeof value === 'string') yield quad(subject, namedNode(TERMS.type), namedNode(value))
        else if (term !== '@type') yield quad(subject, namedNode(term), readValue(value ?? {}))
      }
    }
  }
}

function readValue(value: Record<string, unknown>): Quad['object'] {
  if (typeof value['@id'] === 'string') return namedNode(value['@id'])
  const written = String(value['@value'] ?? '')
  if (typeof value['@language'] === 'string') return literal(written, value['@language'])
  return typeof value['@type'] === 'string' ? literal(written, namedNode(value['@type'])) : literal(written)
}

type Objects = Map<string, Quad['object'][]>

function collectConcepts(quads: readonly Quad[], file: string): Concept[] {
  const subjects = new Map<string, Objects>()
  for (const { subject, predicate, object } of quads) {
    const objects: Objects = subjects.get(subject.value) ?? new Map()
    subjects.set(subject.value, objects)
    objects.set(predicate.value, [...(objects.get(predicate.value) ?? []), object])
  }
  const concepts = [...subjects]
    .filter(([, objects]) => objects.get(TERMS.type)?.some(({ value }) => value === TERMS.concept))
    .map(([iri, objects]) => readConcept(iri, objects, subjects))
  const read = conceptFileSchema.safeParse({ source: file, concepts })
  if (read.success) return read.data.concepts
  throw new ThesaurusError(
    file,
    read.error.issues.map(({ path, message }) => {
      const concept = typeof path[1] === 'number' ? concepts[path[1]] : undefined
      return `${concept?.id ?? 'the file'}: ${path.slice(2).join('.') || 'content'}: ${message}`
    }),
  )
}

function conceptId(iri: string): string {
  return iri.startsWith(PREFIXES.concept) ? iri.slice(PREFIXES.concept.length) : iri
}

function readConcept(iri: string, objects: Objects, subjects: Map<string, Objects>) {
  const values = (term: string): string[] | undefined => objects.get(term)?.map(({ value }) => value)
  const labels = (term: string): Record<string, string[]> => {
    const byLanguage: Record<string, string[]> = {}
    for (const object of objects.get(term) ?? []) {
      const language = object.termType === 'Literal' ? object.language || 'en' : 'en'
      byLanguage[language] = [...(byLanguage[language] ?? []), object.value]
    }
    return byLanguage
  }
  const preferred = Object.entries(labels(TERMS.prefLabel)).map(([language, [label]]) => [language, label])
  const hidden = labels(TERMS.hiddenLabel)
  return withoutUndefined({
    id: conceptId(iri),
    type: values(TERMS.entityType)?.[0],
    prefLabel: Object.fromEntries(preferred),
    altLabel: labels(TERMS.altLabel),
    hiddenLabel: Object.keys(hidden).length > 0 ? hidden : undefined,
    definition: values(TERMS.definition)?.[0],
    broader: values(TERMS.broader)?.map(conceptId) ?? [],
    related: values(TERMS.related)?.map(conceptId) ?? [],
    contains: values(TERMS.contains)?.map(conceptId),
    codes: (objects.get(TERMS.code) ?? []).map(({ value }) => readCode(subjects.get(value) ?? new Map())),
    exactMatch: values(TERMS.exactMatch),
    closeMatch: values(TERMS.closeMatch),
    toVerify: values(TERMS.toVerify),
    needsContext: values(TERMS.needsContext),
    sharedLabels: values(TERMS.sharedLabel),
  })
}

function readCode(objects: Objects) {
  const notation = objects.get(TERMS.notation)?.[0]
  const scheme = notation?.termType === 'Literal' ? notation.datatype.value.replace(PREFIXES.notation, '') : undefined
  return withoutUndefined({
    scheme,
    code: notation?.value,
    source: objects.get(TERMS.source)?.[0]?.value,
    status: objects.get(TERMS.status)?.[0]?.value,
    inferred: objects.get(TERMS.inferred)?.[0]?.value === 'true' || undefined,
  })
}

function withoutUndefined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}
