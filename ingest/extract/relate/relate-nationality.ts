import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import { COMPANY_NOUNS } from '../recognise/words/name-heads.ts'
import type { Claim } from './claim.ts'
import { makeClaim } from './make-claim.ts'

const BODIES: readonly EntityType[] = ['Enterprise', 'Organization']
/** Words between the adjective and the noun: "Korean technology supplier". */
const MOST_BETWEEN = 4

/** "the Swiss group Umbra AG", "Umbra is a Swedish recycler of …", "Umbra, the Thai producer": a firm's country by an adjective. */
export function* relateNationality(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const country of read.places) {
    if (country.type !== 'Country') continue
    const noun = findFirmNoun(read, country)
    if (noun < 0) continue
    const before = tokens[country.first - 1]
    const named = read.places.find(({ type, first }) => BODIES.includes(type) && first === noun + 1)
    if (named) yield makeClaim(read, named, 'LOCATED_IN', country, 0.8, 'nationality-before-name')
    else if (/^(?:an?|the)$/.test(before?.fold ?? '')) {
      const copula = country.first - 2
      const subject = read.places.find(
        ({ type, last, reference }) =>
          BODIES.includes(type) &&
          !reference &&
          (last === copula - 1 || (last === copula - 2 && tokens[copula - 1]?.fold === ')')),
      )
      if (subject && /^(?:is|,)$/.test(tokens[copula]?.fold ?? ''))
        yield makeClaim(read, subject, 'LOCATED_IN', country, 0.8, 'nationality-behind-name')
    }
  }
}

/** Index of the noun for a firm that the adjective qualifies; -1 where something else is qualified. */
function findFirmNoun({ sentence: { tokens }, places }: ResolvedSentence, { last }: Place): number {
  for (let at = last + 1; at <= last + 1 + MOST_BETWEEN && at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || (token.shape !== 'lower' && token.fold !== '-')) return -1
    if (places.some(({ type, first }) => BODIES.includes(type) && first === at)) return -1
    if (COMPANY_NOUNS.has(token.stem) && token.fold === token.fold.replace(/s$/, '')) return at
  }
  return -1
}
