import { foldName } from '../../../graph/values/fold-name.ts'
import { stemWord } from '../recognise/stem-word.ts'
import { headType } from '../recognise/words/name-heads.ts'
import type { Cluster } from './merge-mentions.ts'

/** Beyond this many events a document is a calendar, and its events are not compared with each other. */
const MOST_EVENTS = 60
const SMALL = new Set('a an and at by for from in of on the to with report proceedings summary minutes'.split(' '))
/** Words of a name that tell it from others of its kind; fewer prove nothing. */
const FEWEST_WORDS = 4

function wordsOf(name: string): Set<string> {
  return new Set(
    foldName(name)
      .split(' ')
      .filter((word) => word !== '' && !SMALL.has(word))
      .map(stemWord),
  )
}

/**
 * Pairs of clusters that are one event: a title that shortens the full name ("Report of the Workshop on Lead Batteries" of "Workshop
 * on the Sound Management of Lead Batteries"). All its words, the noun for the event among them, stand in the full name of one
 * event and of no other. The fuller name comes first.
 */
export function matchEvents(clusters: readonly Cluster[]): [Cluster, Cluster][] {
  const events = clusters.filter(({ entity }) => entity.type === 'Event' && entity.worldId === undefined)
  if (events.length > MOST_EVENTS) return []
  const known = events.map((cluster) => ({ cluster, words: wordsOf(cluster.entity.name) }))
  const pairs: [Cluster, Cluster][] = []
  for (const { cluster, words } of known) {
    if (words.size < FEWEST_WORDS || ![...words].some((word) => headType(word) === 'Event')) continue
    const fuller = known.filter(
      (other) => other.words.size > words.size && [...words].every((word) => other.words.has(word)),
    )
    const [only] = fuller
    if (only && fuller.length === 1) pairs.push([only.cluster, cluster])
  }
  return pairs
}
