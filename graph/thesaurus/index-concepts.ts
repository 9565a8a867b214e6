import { hashContent } from '../identity.ts'
import { parseCode } from '../values/code.ts'
import { foldLabel } from './fold-label.ts'
import { listLabels } from './list-labels.ts'
import type { Concept, Thesaurus } from './thesaurus.ts'

/** Indexes a checked set of concepts. */
export function indexConcepts(concepts: readonly Concept[]): Thesaurus {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  const labels = concepts.flatMap((concept) => [...listLabels(concept)])
  const byKey = new Map<string, Set<Concept>>()
  for (const { label, concept } of labels) {
    addTo(byKey, exactForm(label), concept)
    addTo(byKey, foldLabel(label), concept)
  }
  const byCodeKey = new Map<string, Set<Concept>>()
  for (const concept of concepts) {
    for (const { scheme, code } of concept.codes)
      for (const key of codeKeys(scheme, code)) addTo(byCodeKey, key, concept)
  }
  const up = walker((id) => byId.get(id)?.broader ?? [])
  const children = new Map<string, string[]>()
  for (const { id, broader } of concepts)
    for (const target of broader) children.set(target, [...(children.get(target) ?? []), id])
  const down = walker((id) => children.get(id) ?? [])

  return {
    version: hashContent(JSON.stringify(concepts)).slice(0, 12),
    concept: (id) => byId.get(id),
    concepts: () => concepts,
    labels: () => labels,
    byLabel(text) {
      const exact = byKey.get(exactForm(text)) ?? []
      return [...new Set([...exact, ...(byKey.get(foldLabel(text)) ?? [])])]
    },
    byCode(text) {
      const read = parseCode(text)
      const key = read ? `${read.scheme} ${bareCode(read.code)}` : bareCode(text.replace(/^hs\b/i, ''))
      // A tariff line that is not listed itself belongs under its heading: 2620.11 under 2620.
      const heading = read?.scheme === 'hs' ? `hs ${bareCode(read.code).slice(0, 4)}` : key
      return [...(byCodeKey.get(key) ?? byCodeKey.get(heading) ?? [])]
    },
    broader: up,
    narrower: down,
  }
}

function addTo(index: Map<string, Set<Concept>>, key: string, concept: Concept): void {
  const known = index.get(key)
  if (known) known.add(concept)
  else index.set(key, new Set([concept]))
}

/** Keeps diacritics and case of other scripts apart where the folded form cannot: Vietnamese "chì" (lead) is not "chỉ" (only). */
function exactForm(label: string): string {
  return `=${label.normalize('NFC').toLowerCase().trim()}`
}

function bareCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z\d]/g, '')
}

/** A code is found with its scheme, and bare where a bare form cannot be anything else. */
function codeKeys(scheme: string, code: string): string[] {
  return [`${scheme} ${bareCode(code)}`, bareCode(code)]
}

function walker(next: (id: string) => readonly string[]): (id: string) => readonly { id: string; distance: number }[] {
  const known = new Map<string, readonly { id: string; distance: number }[]>()
  return (start) => {
    const cached = known.get(start)
    if (cached) return cached
    const found = new Map<string, number>()
    let ring = next(start)
    for (let distance = 1; ring.length > 0; distance++) {
      for (const id of ring) if (!found.has(id)) found.set(id, distance)
      ring = [...new Set(ring.flatMap((id) => next(id)))].filter((id) => !found.has(id))
    }
    const answer = [...found].map(([id, distance]) => ({ id, distance }))
    known.set(start, answer)
    return answer
  }
}
