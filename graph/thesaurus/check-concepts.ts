import { parseCode } from '../values/code.ts'
import { foldLabel } from './fold-label.ts'
import { listLabels } from './list-labels.ts'
import type { Concept } from './thesaurus.ts'

const ID_PREFIX: Record<Concept['type'], string> = {
  Metal: 'metal',
  WasteStream: 'waste-stream',
  Technology: 'technology',
  Product: 'product',
  Instrument: 'instrument',
}

/** Everything wrong with a set of concepts taken together, each as a sentence that says how to mend it. Empty when all is well. */
export function checkConcepts(concepts: readonly Concept[]): string[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  return [
    ...concepts.flatMap((concept) => [...checkOne(concept, byId)]),
    ...findRepeatedIds(concepts),
    ...findCycles(byId),
    ...findOrphans(concepts),
    ...findSharedLabels(concepts),
  ]
}

function* checkOne(concept: Concept, byId: Map<string, Concept>): Generator<string> {
  const { id, type } = concept
  if (!id.startsWith(`${ID_PREFIX[type]}/`)) yield `${id}: a ${type} has an id that begins with "${ID_PREFIX[type]}/"`
  if (!concept.prefLabel.en) yield `${id}: expected a prefLabel in English ("en"), found none`
  for (const field of ['broader', 'related', 'contains'] as const) {
    for (const target of concept[field] ?? []) {
      const found = byId.get(target)
      if (!found) yield `${id}: ${field} names ${target}, which is no concept; add it or correct the id`
      else if (target === id) yield `${id}: ${field} names the concept itself`
      else if (field === 'broader' && found.type !== type)
        yield `${id}: broader ${target} is a ${found.type}, not a ${type}`
      else if (field === 'contains' && found.type !== 'Metal') yield `${id}: contains ${target}, which is no Metal`
    }
  }
  for (const { scheme, code } of concept.codes) {
    const read = parseCode(scheme === 'hs' ? `HS ${code}` : code)
    if (read?.scheme !== scheme || read.code !== code) {
      yield `${id}: ${scheme} ${code} is not a code of that scheme in its normal form${read ? ` (${read.code})` : ''}`
    }
  }
  const keys = new Set([...listLabels(concept)].map(({ label }) => foldLabel(label)))
  for (const field of ['needsContext', 'sharedLabels'] as const) {
    for (const label of concept[field] ?? []) {
      if (!keys.has(foldLabel(label))) yield `${id}: ${field} names "${label}", which is none of its labels`
    }
  }
}

function* findRepeatedIds(concepts: readonly Concept[]): Generator<string> {
  const seen = new Set<string>()
  for (const { id } of concepts) {
    if (seen.has(id)) yield `${id}: stands twice; merge the two`
    seen.add(id)
  }
}

function* findCycles(byId: Map<string, Concept>): Generator<string> {
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const visit = (id: string, path: string[]): void => {
    if (state.get(id) === 'done') return
    if (state.get(id) === 'open') {
      cycles.push(`${[...path.slice(path.indexOf(id)), id].join(' → ')}: broader runs in a circle; remove one link`)
      return
    }
    state.set(id, 'open')
    for (const target of byId.get(id)?.broader ?? []) visit(target, [...path, id])
    state.set(id, 'done')
  }
  for (const id of byId.keys()) visit(id, [])
  yield* cycles
}

function* findOrphans(concepts: readonly Concept[]): Generator<string> {
  const linked = new Set(concepts.flatMap(({ broader, related }) => [...broader, ...related]))
  for (const { id, broader, related } of concepts) {
    if (broader.length + related.length === 0 && !linked.has(id))
      yield `${id}: is tied to no other concept; give it a broader or related one`
  }
}

function* findSharedLabels(concepts: readonly Concept[]): Generator<string> {
  const owners = new Map<string, Concept>()
  for (const concept of concepts) {
    const shared = new Set((concept.sharedLabels ?? []).map(foldLabel))
    for (const { label, language } of listLabels(concept)) {
      const key = foldLabel(label)
      const owner = owners.get(`${language} ${key}`)
      if (!owner) owners.set(`${language} ${key}`, concept)
      else if (
        owner !== concept &&
        !shared.has(key) &&
        !(owner.sharedLabels ?? []).some((one) => foldLabel(one) === key)
      ) {
        yield `${concept.id}: the ${language} label "${label}" names ${owner.id} too; keep it on one, or list it under sharedLabels`
      }
    }
  }
}
