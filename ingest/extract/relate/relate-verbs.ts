import type { Token } from '../../segment/token.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { Claim } from './claim.ts'
import { antecedentOf, clauseAt, findSubjects, listFrom, listUpTo, placesIn } from './clause.ts'
import { makeClaim } from './make-claim.ts'
import { readModality } from './modality.ts'
import { FRAMES_BY_FORM, type VerbFrame } from './verb-frames.ts'
import { BE } from './verbs.ts'

const ADVERB = /ly$/

/** Relations said by a verb, active or passive: "A treats B and C", "B is treated by A", "operated by A". */
export function* relateVerbs(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const [at, token] of tokens.entries()) {
    if (token.shape !== 'lower' && !(token.shape === 'capital' && at === 0)) continue
    for (const frame of FRAMES_BY_FORM.get(token.fold) ?? []) {
      const passive = isPassive(tokens, at)
      yield* passive ? readPassive(read, at, frame) : readActive(read, at, frame)
    }
  }
}

/** A participle after a form of "be", or one followed by "by". */
function isPassive(tokens: readonly Token[], at: number): boolean {
  const { fold } = tokens[at] as Token
  if (fold.endsWith('ing')) return false
  let before = at - 1
  while (before >= 0 && (ADVERB.test((tokens[before] as Token).fold) || (tokens[before] as Token).fold === 'not'))
    before -= 1
  if (before >= 0 && BE.has((tokens[before] as Token).fold)) return true
  if (/^(?:por|par)$/.test(tokens[at + 1]?.fold ?? '')) return true
  return tokens[at + 1]?.fold === 'by' && fold.endsWith('d')
}

function* readActive(read: ResolvedSentence, at: number, frame: VerbFrame): Generator<Claim> {
  const { tokens } = read.sentence
  // A participle right before the noun it qualifies says nothing of a doer: "recycled copper".
  if (/ed$/.test((tokens[at] as Token).fold) && !hasSubjectBefore(read, at, frame)) return
  if (hasOwnSubject(read, at, frame)) return
  const subjects = findSubjects(read, frame.subject, at)
  if (subjects.length === 0) return
  const object = firstObject(read, at, frame)
  if (object === undefined) return
  // "rules treat steel dust as hazardous waste": what it is taken for.
  if (/^treat/.test(tokens[at]?.fold ?? '') && tokens[object.last + 1]?.fold === 'as') return
  if (/^treat/.test(tokens[at]?.fold ?? '') && tokens[object.first - 1]?.fold === 'as') return
  const modality = readModality(tokens, Math.max((subjects.at(-1) as Place).last + 1, at - 6), at)
  const distance = at - (subjects.at(-1) as Place).last
  const score = frame.score - (distance > 8 ? 0.12 : 0)
  for (const subject of subjects) {
    for (const target of listFrom(read, object, frame.object))
      yield makeClaim(read, subject, frame.predicate, target, score, frame.rule, modality)
  }
}

const REPORTING = new Set('said says told tells explained noted added recalled stated stressed reported'.split(' '))
const HELPING =
  /^(?:will|would|can|could|may|might|must|shall|should|also|has|have|had|been|be|then|now|not|only|even|\p{L}+ly)$/u

/**
 * Whether the verb has a subject that is nobody's name: "A, which …" of a thing that cannot do it, or "X of A said the furnace
 * would also recover …". Whoever is named before is then not meant.
 */
function hasOwnSubject(read: ResolvedSentence, at: number, frame: VerbFrame): boolean {
  const { places } = read
  const { tokens } = read.sentence
  const antecedent = antecedentOf(read, at)
  if (antecedent) return !frame.subject.includes(antecedent.type)
  let noun = at - 1
  while (noun > 0 && HELPING.test(tokens[noun]?.fold ?? '')) noun -= 1
  const word = tokens[noun]
  if (word?.shape !== 'lower' || places.some(({ first, last }) => first <= noun && last >= noun)) return false
  const article = [noun - 1, noun - 2].find((index) => /^(?:the|this|these|its|their)$/.test(tokens[index]?.fold ?? ''))
  if (article === undefined) return false
  const said = tokens.slice(Math.max(0, article - 2), article).some(({ fold }) => REPORTING.has(fold))
  return said
}

function hasSubjectBefore(read: ResolvedSentence, at: number, frame: VerbFrame): boolean {
  const { from } = clauseAt(read.sentence.tokens, at)
  return placesIn(read, frame.subject, { from, to: at - 1 }).length > 0
}

function firstObject(read: ResolvedSentence, at: number, frame: VerbFrame): Place | undefined {
  const { tokens } = read.sentence
  const { to } = clauseAt(tokens, at)
  const limit = Math.min(to, at + (frame.reach ?? 10))
  const found = placesIn(read, frame.object, { from: at + 1, to: limit + 12 }).find(({ first }) => first <= limit)
  if (found === undefined) return undefined
  if (frame.followedBy && !tokens.slice(found.last + 1, found.last + 9).some(({ fold }) => fold === frame.followedBy))
    return undefined
  if (frame.over && !tokens.slice(at + 1, found.first).some(({ fold }) => frame.over?.includes(fold))) return undefined
  return found
}

function* readPassive(read: ResolvedSentence, at: number, frame: VerbFrame): Generator<Claim> {
  const { tokens } = read.sentence
  const { from, to } = clauseAt(tokens, at)
  const by = tokens.findIndex(
    ({ fold }, index) =>
      index > at && index <= Math.min(to, at + 14) && /^(?:by|por|par|with|using|through|via|in)$/.test(fold),
  )
  // "recovered with a leaching process": only a technology stands behind other words than "by".
  const doers = /^(?:by|por|par)$/.test(tokens[by]?.fold ?? '')
    ? frame.subject
    : frame.subject.filter((type) => type === 'Technology')
  const agents = by < 0 ? [] : placesIn(read, doers, { from: by + 1, to }).filter(({ first }) => first - by < 6)
  const patients = placesIn(read, frame.object, { from, to: at - 1 })
  const patient = patients.at(-1)
  // "the process extracted lithium from black mass supplied by A": a bare participle speaks of the noun right before it.
  const nearest = read.places.filter(({ last }) => last < at).at(-1)
  if (
    !BE.has((tokens[at - 1] as Token | undefined)?.fold ?? '') &&
    patient &&
    nearest &&
    nearest.first > patient.last &&
    !isFiniteForm(tokens, at)
  )
    return
  const agent = agents[0]
  if (!patient || !agent) return
  const modality = readModality(tokens, patient.last + 1, at)
  for (const subject of listFrom(read, agent, frame.subject)) {
    for (const object of listUpTo(read, patient, frame.object))
      yield makeClaim(read, subject, frame.predicate, object, frame.score, frame.rule, modality)
  }
}

/** Whether a form of "be" stands within a few words before the participle. */
function isFiniteForm(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some(({ fold }) => BE.has(fold))
}
