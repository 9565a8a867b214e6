import type { Sentence } from '../../segment/sentence.ts'
import type { Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import { TokenTrie } from './token-trie.ts'
import { WORLD_BODIES } from './words/world-bodies.ts'

type Body = (typeof WORLD_BODIES)[number]

let trie: TokenTrie<Body> | undefined

function loadTrie(): TokenTrie<Body> {
  if (trie) return trie
  trie = new TokenTrie()
  for (const body of WORLD_BODIES) for (const name of body.slice(1)) trie.add(name, body)
  return trie
}

/** Bodies, programmes and conventions between states. Initials count in upper case only. */
export function findWorldBodies({ tokens }: Sentence, text: string, loose: boolean): Candidate[] {
  const found: Candidate[] = []
  for (const { first, last, values } of loadTrie().scan(tokens, ({ first, last }) =>
    isWrittenAsName(tokens, first, last, loose),
  )) {
    const [type, name, ...aliases] = values[0] as Body
    const start = (tokens[first] as Token).start
    const end = (tokens[last] as Token).end
    const surface = text.slice(start, end)
    const unit = tokens[last + 1]
    if (type === 'Organization' && unit?.spaced && unit.shape === 'upper' && unit.text.length > 2) {
      // "UNEP ABC": a body and its unit.
      found.push({
        start,
        end: unit.end,
        first,
        last: last + 1,
        type,
        name: text.slice(start, unit.end),
        rule: 'world-body-unit',
        score: 0.85,
      })
      continue
    }
    found.push({
      start,
      end,
      first,
      last,
      type,
      name: surface,
      aliases: [name, ...aliases.filter((alias) => /^[\p{Lu}-]+$/u.test(alias))],
      rule: 'world-body',
      score: 0.95,
    })
  }
  return found
}

function isWrittenAsName(tokens: readonly Token[], first: number, last: number, loose: boolean): boolean {
  const token = tokens[first] as Token
  if (first === last)
    return (
      token.shape === 'upper' ||
      token.shape === 'mixed' ||
      token.fold === 'interpol' ||
      (loose && token.fold === 'asean')
    )
  return token.shape !== 'lower' || loose
}
