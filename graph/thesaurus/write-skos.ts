import { DataFactory, type Quad, Writer } from 'n3'
import { PREFIXES, SCHEME, TERMS } from './skos-vocabulary.ts'
import type { Concept } from './thesaurus.ts'

const { namedNode, literal, quad } = DataFactory

type Node = ReturnType<typeof namedNode>

/** The concepts as RDF: SKOS where SKOS has a term, our own vocabulary for what it lacks. */
export function describeConcepts(concepts: readonly Concept[]): Quad[] {
  const scheme = namedNode(SCHEME)
  return [
    quad(scheme, namedNode(TERMS.type), namedNode(TERMS.scheme)),
    quad(scheme, namedNode(TERMS.title), literal('Cupel thesaurus of metal recycling', 'en')),
    ...concepts.flatMap((concept) => [...describeConcept(concept)]),
  ]
}

function conceptNode(id: string): Node {
  return namedNode(PREFIXES.concept + id)
}

function* describeConcept(concept: Concept): Generator<Quad> {
  const subject = conceptNode(concept.id)
  const say = (term: string, object: Node | ReturnType<typeof literal>): Quad => quad(subject, namedNode(term), object)
  yield say(TERMS.type, namedNode(TERMS.concept))
  yield say(TERMS.inScheme, namedNode(SCHEME))
  yield say(TERMS.entityType, literal(concept.type))
  for (const [language, label] of Object.entries(concept.prefLabel))
    yield say(TERMS.prefLabel, literal(label, language))
  for (const [term, byLanguage] of [
    [TERMS.altLabel, concept.altLabel],
    [TERMS.hiddenLabel, concept.hiddenLabel ?? {}],
  ] as const) {
    for (const [language, labels] of Object.entries(byLanguage)) {
      for (const label of labels) yield say(term, literal(label, language))
    }
  }
  if (concept.definition) yield say(TERMS.definition, literal(concept.definition, 'en'))
  for (const field of ['broader', 'related', 'contains'] as const) {
    for (const id of concept[field] ?? []) yield say(TERMS[field], conceptNode(id))
  }
  for (const field of ['exactMatch', 'closeMatch'] as const) {
    for (const iri of concept[field] ?? []) yield say(TERMS[field], namedNode(iri))
  }
  for (const language of concept.toVerify ?? []) yield say(TERMS.toVerify, literal(language))
  for (const label of concept.needsContext ?? []) yield say(TERMS.needsContext, literal(label))
  for (const label of concept.sharedLabels ?? []) yield say(TERMS.sharedLabel, literal(label))
  yield* describeCodes(concept, subject)
}

function* describeCodes({ id, codes }: Concept, subject: Node): Generator<Quad> {
  for (const { scheme, code, source, status, inferred } of codes) {
    const notation = literal(code, namedNode(PREFIXES.notation + scheme))
    const node = namedNode(`urn:cupel:code:${id}/${scheme}/${encodeURIComponent(code)}`)
    yield quad(subject, namedNode(TERMS.notation), notation)
    yield quad(subject, namedNode(TERMS.code), node)
    yield quad(node, namedNode(TERMS.notation), notation)
    yield quad(node, namedNode(TERMS.source), literal(source))
    yield quad(node, namedNode(TERMS.status), literal(status))
    if (inferred)
      yield quad(
        node,
        namedNode(TERMS.inferred),
        literal('true', namedNode('http://www.w3.org/2001/XMLSchema#boolean')),
      )
  }
}

/** The concepts as SKOS in Turtle. */
export function writeSkosTurtle(concepts: readonly Concept[]): Promise<string> {
  const { rdf, skos, dct, cupel } = PREFIXES
  const writer = new Writer({ prefixes: { rdf, skos, dct, cupel } })
  writer.addQuads(describeConcepts(concepts))
  return new Promise((resolve, reject) => {
    writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text)))
  })
}

/** The concepts as SKOS in expanded JSON-LD. */
export function writeSkosJsonLd(concepts: readonly Concept[]): string {
  const nodes = new Map<string, Record<string, unknown[] | string>>()
  for (const { subject, predicate, object } of describeConcepts(concepts)) {
    const node = nodes.get(subject.value) ?? { '@id': subject.value }
    nodes.set(subject.value, node)
    const term = predicate.value === TERMS.type ? '@type' : predicate.value
    const known = node[term]
    const values = Array.isArray(known) ? known : []
    node[term] = [...values, term === '@type' ? object.value : writeValue(object)]
  }
  return `${JSON.stringify([...nodes.values()], null, 1)}\n`
}

function writeValue(object: Quad['object']): Record<string, string> {
  if (object.termType !== 'Literal') return { '@id': object.value }
  if (object.language) return { '@value': object.value, '@language': object.language }
  const plain = object.datatype.value === 'http://www.w3.org/2001/XMLSchema#string'
  return { '@value': object.value, ...(!plain && { '@type': object.datatype.value }) }
}
