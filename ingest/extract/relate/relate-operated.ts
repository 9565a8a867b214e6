import type { ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { Claim } from './claim.ts'
import { clauseAt, findSubjects, listFrom, placesIn } from './clause.ts'
import { readModality } from './modality.ts'
import { FRAMES_BY_FORM } from './verb-frames.ts'

const RUNS = /^(?:operates?|operated|operating|runs?|ran|running|owns?|owned)$/
/** Words between the verb and the process it runs. */
const MOST_BETWEEN = 4
/** Words from the process to "which" or "that", a place among them. */
const MOST_ASIDE = 6
const REACH = 12

/** "Umbra operates a Waelz kiln in Pune, which treats steel dust": who runs the process offers it, and treats what it treats. */
export function* relateOperated(read: ResolvedSentence): Generator<Claim> {
  const { tokens, start, end } = read.sentence
  for (const technology of read.places) {
    if (technology.type !== 'Technology' || technology.reference) continue
    let at = technology.first - 1
    while (
      at >= 0 &&
      technology.first - at <= MOST_BETWEEN &&
      tokens[at]?.shape === 'lower' &&
      !RUNS.test(tokens[at]?.fold ?? '')
    )
      at -= 1
    if (!RUNS.test(tokens[at]?.fold ?? '')) continue
    const owner = findSubjects(read, ['Enterprise'], at)[0]
    if (!owner || owner.last >= at) continue
    const modality = readModality(tokens, Math.max(owner.last + 1, at - 6), at)
    const claim = { subject: owner.key, modality, rule: 'runs-process', evidence: { start, end } }
    yield { ...claim, predicate: 'OFFERS', object: technology.key, score: 0.78 }
    const { to } = clauseAt(tokens, technology.first)
    const that = tokens.findIndex(
      ({ fold }, index) =>
        index > technology.last && index - technology.last <= MOST_ASIDE && /^(?:which|that)$/.test(fold),
    )
    if (that < 0 || that >= to) continue
    const treats = FRAMES_BY_FORM.get(tokens[that + 1]?.fold ?? '')?.some(({ rule }) => rule === 'treats-verb')
    if (!treats) continue
    const waste = placesIn(read, ['WasteStream'], { from: that + 2, to }).find(({ first }) => first - that <= REACH)
    if (!waste) continue
    for (const one of listFrom(read, waste, ['WasteStream']))
      yield { ...claim, predicate: 'TREATS', object: one.key, score: 0.8 }
  }
}
