import { stemWord } from '../../../ingest/extract/recognise/stem-word.ts'
import type { Token } from '../../../ingest/segment/token.ts'
import { editDistance } from '../edit-distance.ts'
import { stemWord as stemFamily } from '../stem-word.ts'
import { isStopWord } from '../stop-words.ts'
import type { QueryLexicon } from './query-lexicon.ts'

/** A shorter word turns into another with one slip. */
const SHORTEST_MISSPELT = 4
/** With fewer letters a corrected word must be part of a longer label to be believed. */
export const SHORTEST_BELIEVED_ALONE = 5

export interface QueryToken extends Token {
  /** `fold` and `stem` are not what was typed: that was one slip away. */
  corrected?: true
}

/** Words that no label, country or type word has are read as the one they are a single slip from, the commonest where there are several. */
export function correctWords(tokens: readonly Token[], lexicon: QueryLexicon): QueryToken[] {
  return tokens.map((token) => {
    const corrected = findCorrection(token, lexicon)
    return corrected ? { ...token, fold: corrected, stem: corrected, corrected: true } : token
  })
}

function findCorrection({ fold, shape }: Token, { words }: QueryLexicon): string | undefined {
  if ((shape !== 'lower' && shape !== 'capital') || fold.length < SHORTEST_MISSPELT || isStopWord(fold))
    return undefined
  const stem = stemWord(fold)
  if (words.get(stem.length)?.has(stem) || !/^[a-z]+$/.test(fold)) return undefined
  let best: { word: string; uses: number } | undefined
  // Folded too: a word cut short may look like a plural ("dros").
  for (const typed of new Set([stem, fold])) {
    for (let length = typed.length - 1; length <= typed.length + 1; length++) {
      for (const [word, uses] of words.get(length) ?? []) {
        if (
          uses === 0 ||
          word.length < SHORTEST_MISSPELT ||
          !beginsAlike(typed, word) ||
          editDistance(typed, word, 1) !== 1
        )
          continue
        // Another form of a known word is no slip: "recycles" beside "recycler".
        if (stemFamily(fold) === stemFamily(word)) return undefined
        if (!best || uses > best.uses) best = { word, uses }
      }
    }
  }
  return best?.word
}

/** Hands rarely slip at the first letter, and another first letter is most often another word. */
function beginsAlike(typed: string, word: string): boolean {
  return typed[0] === word[0] || (typed[0] === word[1] && typed[1] === word[0])
}
