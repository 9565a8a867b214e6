import type { Concept, ConceptCode } from '../../../graph/thesaurus/thesaurus.ts'
import type { ApiContext } from '../api-context.ts'
import { createRequestError } from '../request-error.ts'

type Relatives = 'broader' | 'related'

const follow =
  (relatives: Relatives) =>
  (concept: Concept, _: unknown, { services }: ApiContext) =>
    concept[relatives].map((id) => services.thesaurus.concept(id)).filter((found) => found !== undefined)

function listLabels({ prefLabel, altLabel, hiddenLabel }: Concept) {
  const preferred = Object.entries(prefLabel).map(([language, text]) => ({ text, language, kind: 'pref' }))
  const others = (labels: Record<string, string[]> | undefined, kind: 'alt' | 'hidden') =>
    Object.entries(labels ?? {}).flatMap(([language, texts]) => texts.map((text) => ({ text, language, kind })))
  return [...preferred, ...others(altLabel, 'alt'), ...others(hiddenLabel, 'hidden')]
}

function nameConcept({ id, prefLabel }: Concept, { language }: { language: string }): string {
  return (Object.hasOwn(prefLabel, language) ? prefLabel[language] : prefLabel.en) ?? id
}

function findConcepts(
  _: unknown,
  { label, code }: { label?: string | null; code?: string | null },
  { services }: ApiContext,
) {
  if ((label == null) === (code == null)) {
    throw createRequestError('one-expected', 'Exactly one of `label` and `code` is expected. Ask twice for both.')
  }
  return label != null ? services.thesaurus.byLabel(label) : services.thesaurus.byCode(code ?? '')
}

export const conceptResolvers = {
  Query: {
    concept: (_: unknown, { id }: { id: string }, { services }: ApiContext) => services.thesaurus.concept(id) ?? null,
    concepts: findConcepts,
  },
  Concept: {
    label: nameConcept,
    labels: listLabels,
    broader: follow('broader'),
    related: follow('related'),
    narrower: ({ id }: Concept, _: unknown, { services: { thesaurus } }: ApiContext) =>
      thesaurus
        .narrower(id)
        .filter(({ distance }) => distance === 1)
        .map((narrower) => thesaurus.concept(narrower.id)),
    entity: ({ id }: Concept, _: unknown, { loaders }: ApiContext) => loaders.entity.load(id),
  },
  ConceptCode: {
    verified: ({ status }: ConceptCode) => status === 'verified',
    inferred: ({ inferred }: ConceptCode) => inferred ?? false,
  },
}
