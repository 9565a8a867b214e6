import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { ResolvedSentence } from './resolve-mentions.ts'

const TOPICS: readonly EntityType[] = [
  'Enterprise',
  'Organization',
  'Network',
  'Project',
  'Programme',
  'Facility',
  'City',
  'Event',
]

/**
 * What the document is about: among things it names in its title or opening, the one it names most. Undefined where
 * nothing stands out.
 */
export function findTopic(
  sentences: readonly ResolvedSentence[],
  types: readonly EntityType[] = TOPICS,
): string | undefined {
  const score = new Map<string, number>()
  sentences.forEach(({ places, sentence }, index) => {
    const early = index < 3 || sentence.passage.level === 1
    const seen = new Set<string>()
    for (const { key, type, reference } of places) {
      if (reference || !types.includes(type) || seen.has(key)) continue
      seen.add(key)
      score.set(key, (score.get(key) ?? 0) + (early ? 3 : 1))
    }
  })
  const ranked = [...score].sort((a, b) => b[1] - a[1])
  return ranked[0] !== undefined && ranked[0][1] >= 2 ? ranked[0][0] : undefined
}
