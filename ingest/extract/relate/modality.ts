import type { Modality } from '../../../graph/statement.ts'
import type { Token } from '../../segment/token.ts'

const NEGATIONS = new Set([
  'not',
  'no',
  'never',
  'without',
  'excluding',
  'except',
  // Folded words have no apostrophe.
  'doesnt',
  'dont',
  'didnt',
  'isnt',
  'arent',
  'wasnt',
  'wont',
  'cant',
  'ni',
  'ne',
  'sin',
  'cannot',
  'neither',
  'nor',
  'refused',
  'stopped',
  'ceased',
  'ceases',
  'stopping',
  'halted',
  'discontinued',
  'close',
  'closes',
  'closing',
  'shut',
])
const PLANS = new Set(
  'will plan plans planned planning planned foreseen expected expects intend intends intended aim aims aiming propose proposes proposed scheduled due upcoming forthcoming prepare prepares shall going future prevoit prevoient projette projettent planea planean piensa preve proyecta proyectan prevista previsto'.split(
    ' ',
  ),
)
const HEDGES = new Set(
  'would could may might hope hopes hoped hoping possibly perhaps reportedly allegedly consider considers considering considered explore exploring explores should likely potential potentially want wants seek seeks seeking podria podrian pourrait pourraient quiere souhaite espera espere envisage envisagent'.split(
    ' ',
  ),
)
/** Words after which negation does not reach the verb. */
const NOT_ONLY = new Set(['only', 'just'])

const PLANS_ZH = ['计划', '拟建', '规划', '预计', '将于', '将在', '将建', '有望', '力争', '筹建']
const HEDGES_ZH = ['可能', '希望', '考虑', '探讨', '或将']
const NEGATIONS_ZH = ['没有', '尚未', '并未', '不再', '不能', '未能', '停止']

/** How Chinese words before a claim make it; they stand in one clause with it. */
function readChinese(tokens: readonly Token[], from: number, to: number): Modality {
  let text = ''
  for (let at = Math.max(0, from); at <= to && at < tokens.length; at += 1) {
    const { shape, text: sign } = tokens[at] as Token
    if (shape === 'letter') text += sign
    else if (/^[，。；]$/u.test(sign)) text = ''
  }
  const says = (words: readonly string[]): boolean => words.some((word) => text.includes(word))
  if (text === '') return 'asserted'
  if (says(NEGATIONS_ZH)) return 'negated'
  return says(PLANS_ZH) ? 'planned' : says(HEDGES_ZH) ? 'hedged' : 'asserted'
}

/** How the words between two tokens make a claim: asserted, planned, negated or hedged. */
export function readModality(tokens: readonly Token[], from: number, to: number): Modality {
  let modality = readChinese(tokens, from, to)
  if (modality === 'negated') return modality
  for (let at = Math.max(0, from); at <= to && at < tokens.length; at += 1) {
    const { fold, shape } = tokens[at] as Token
    // "May 18", "Will Turner": a month and a name.
    if (shape === 'capital' && at > 0) continue
    if (
      NEGATIONS.has(fold) &&
      !NOT_ONLY.has(tokens[at + 1]?.fold ?? '') &&
      !(fold === 'no' && tokens[at + 1]?.fold === '.') &&
      !(fold === 'close' && tokens[at + 1]?.fold === 'to') &&
      !(fold === 'closing' && tokens[at - 1]?.fold === 'the')
    )
      return 'negated'
    if (
      PLANS.has(fold) &&
      !(
        fold.startsWith('plan') &&
        tokens[at + 1]?.fold !== 'to' &&
        fold !== 'planned' &&
        fold !== 'plans' &&
        fold !== 'planning'
      )
    )
      modality = 'planned'
    // "A to recover zinc", "is to start up": what is to be.
    else if (
      fold === 'to' &&
      ((at === to - 1 && at === from) ||
        (/^(?:is|are|was|were)$/.test(tokens[at - 1]?.fold ?? '') && tokens[at + 1]?.shape === 'lower'))
    )
      modality = 'planned'
    else if (HEDGES.has(fold) && modality === 'asserted') modality = 'hedged'
  }
  return modality
}
