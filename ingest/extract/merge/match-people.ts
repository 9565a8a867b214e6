import { distance } from 'fastest-levenshtein'
import { foldName } from '../../../graph/values/fold-name.ts'
import { SURNAMES_PINYIN } from '../recognise/words/chinese-names.ts'
import { TITLES } from '../recognise/words/person-words.ts'
import type { Cluster } from './merge-mentions.ts'

/** People of one surname beyond this are not compared with each other: a list of names, not one person's variants. */
const MOST_BEARERS = 40

/** The words of a personal name without titles, folded. */
function wordsOf(name: string): string[] {
  return foldName(name)
    .split(' ')
    .filter((word) => word.length > 0 && !TITLES.has(word))
}

/**
 * Pairs of clusters that are one person: the same words in another order, one letter apart in a long word, or a surname
 * with a title where only one person of the document has it. The fuller name comes first.
 */
export function matchPeople(people: readonly Cluster[]): [Cluster, Cluster][] {
  const pairs: [Cluster, Cluster][] = []
  const full = people.filter(({ entity }) => wordsOf(entity.name).length > 1)
  const bySurname = new Map<string, Cluster[]>()
  for (const cluster of full) {
    const words = wordsOf(cluster.entity.name)
    for (const word of surnamesOf(words)) {
      const bearers = bySurname.get(word)
      if (bearers === undefined) bySurname.set(word, [cluster])
      else if (bearers.length < MOST_BEARERS) bearers.push(cluster)
    }
  }
  for (const cluster of people) {
    const words = wordsOf(cluster.entity.name)
    if (words.length === 1) {
      const bearers = new Set(bySurname.get(words[0] ?? '') ?? [])
      const [bearer] = bearers
      if (bearers.size === 1 && bearer) pairs.push([bearer, cluster])
    }
  }
  const order = new Map(full.map((cluster, index) => [cluster, index]))
  for (const [index, cluster] of full.entries()) {
    for (const surname of surnamesOf(wordsOf(cluster.entity.name))) {
      for (const other of bySurname.get(surname) ?? []) {
        if ((order.get(other) ?? 0) > index && isSamePerson(cluster, other)) pairs.push([cluster, other])
      }
    }
  }
  return pairs
}

function surnamesOf(words: readonly string[]): string[] {
  const [first] = words
  const last = words.at(-1)
  return [
    ...new Set([
      last,
      first !== undefined && SURNAMES_PINYIN.has(first) ? first : undefined,
      words.length === 3 ? first : undefined,
    ]),
  ].filter((word) => word !== undefined)
}

function isSamePerson(left: Cluster, right: Cluster): boolean {
  const a = wordsOf(left.entity.name).sort()
  const b = wordsOf(right.entity.name).sort()
  if (a.length !== b.length) return false
  let misses = 0
  for (let at = 0; at < a.length; at += 1) {
    const one = a[at] ?? ''
    const two = b[at] ?? ''
    if (one === two) continue
    if (Math.min(one.length, two.length) < 5 || distance(one, two) > 1) return false
    misses += 1
  }
  return misses <= 1
}
