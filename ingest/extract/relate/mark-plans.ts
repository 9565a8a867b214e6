import type { ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { Claim } from './claim.ts'

/** What a plan to build takes with it: what the thing will do, hold and cost. */
const PLANNABLE: ReadonlySet<string> = new Set([
  'capacity',
  'output',
  'investment',
  'employees',
  'recovery_rate',
  'area',
  'annual_output_value',
  'OFFERS',
  'TREATS',
  'RECOVERS',
  'OPERATES',
])

const BUILDS =
  /\b(?:will|shall|is to|are to|plans? to|intends? to|aims? to|expects? to|proposes? to|is due to|is set to)\s(?:\p{L}{2,12}\s){0,2}?(?:construct|build|erect|install|set up|open|establish|commission|start up)\b/u
/** 将 alone may only mark an object: it plans before a verb of building. */
const BUILDS_ZH = /(?:将|拟|计划|规划)[^。；，]{0,30}(?:建设|新建|投资|兴建|扩建|改建|建成|建造|投产)|拟建|筹建/u
const STARTS_LATER_ZH = /预计[^。；，]{0,20}(?:投产|建成|竣工|投运|投入使用|完工)/u
const DONE_ZH = /已|现有|目前|现已|去年/u
const PRESENT = /\b(?:already|currently|today|existing|at present|so far|until now)\b/
const DESIGNED = /\b(?:design|designed|planned|nameplate|projected|target)\scapacity\b|\bdesigned\s(?:for|to)\b/
const START = '(?:start-?\\s?up|commissioning|completion|opening|(?:first |commercial )?(?:production|operations?))'
const STARTS_LATER = new RegExp(
  `\\b${START}\\b[^.;]{0,40}\\b(?:foreseen|expected|planned|scheduled|due|targeted|slated|will)\\b|\\b(?:foreseen|expected|planned|scheduled|due|slated)\\b[^.;]{0,12}\\bto\\s(?:start|open|begin|come on stream|enter|be (?:commissioned|completed|opened))`,
)
const OPENS_WITH_START = new RegExp(`^(?:the\\s)?(?:plant['’]s\\s)?${START}\\b`)

/** From which character of the document the sentence speaks of what is yet to be built; -1 where it does not. */
function findPlan(text: string, { start, end }: { start: number; end: number }): number {
  const sentence = text.slice(start, end)
  const han = BUILDS_ZH.exec(sentence)
  if (han && !DONE_ZH.test(sentence)) return start + han.index
  if (STARTS_LATER_ZH.test(sentence) && !DONE_ZH.test(sentence)) return start
  const folded = sentence.toLowerCase()
  const builds = BUILDS.exec(folded)
  if (!builds || folded.length !== sentence.length) return -1
  return PRESENT.test(folded.slice(builds.index)) ? -1 : start + builds.index
}

/** Whether a capacity of the sentence is only that of a design that has yet to start. */
function isDesign({ sentence: { index, passage, start, end } }: ResolvedSentence, sense: PlanSense): boolean {
  const sentence = sense.text.slice(start, end).toLowerCase()
  if (!DESIGNED.test(sentence)) return false
  if (STARTS_LATER.test(sentence)) return true
  const next = sense.sentences[index + 1]?.sentence
  if (next?.passage !== passage) return false
  const following = sense.text.slice(next.start, next.end).toLowerCase()
  return OPENS_WITH_START.test(following) && STARTS_LATER.test(following)
}

interface PlanSense {
  text: string
  sentences: readonly ResolvedSentence[]
}

/**
 * Makes plans of what one sentence says behind "will construct" or 将…建设, where each clause by itself reads like a fact: "it
 * will build a kiln that treats dust", "设计年处理能力3万吨，预计2026年底投产".
 */
export function markPlans(read: ResolvedSentence, claims: readonly Claim[], sense: PlanSense): readonly Claim[] {
  if (!claims.some(({ predicate, modality }) => modality === 'asserted' && PLANNABLE.has(predicate))) return claims
  const { sentence, places } = read
  const from = findPlan(sense.text, sentence)
  const design = isDesign(read, sense)
  if (from < 0 && !design) return claims
  const stop =
    from < 0 ? from : from + sense.text.slice(from, sentence.end).search(/[;；]|\b(?:while|whereas|but)\b|$/u)
  return claims.map((claim) => {
    if (claim.modality !== 'asserted' || !PLANNABLE.has(claim.predicate)) return claim
    if (design && claim.predicate === 'capacity') return { ...claim, modality: 'planned' as const }
    if (from < 0) return claim
    const told = claim.value
      ? [sentence.start + sense.text.slice(sentence.start, sentence.end).indexOf(claim.value.text)]
      : places.filter(({ key }) => key === claim.object).map(({ start }) => start)
    const within = told.length > 0 && told.every((at) => at >= from && at <= stop)
    return within ? { ...claim, modality: 'planned' as const } : claim
  })
}
