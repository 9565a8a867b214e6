import type { Span } from '../../../graph/document.ts'
import type { ConceptMention } from './concept-mention.ts'

/** "Not", "excluding" and the like right before what is meant, in the languages needs come in. */
const NEGATION =
  /(?:(?<![\p{L}\p{M}])(?:not|no|non|excluding|except(?:\s+for)?|without|other\s+than|sin|excepto|salvo|sauf|hors|sans|pas\s+(?:de|d['’])|bukan|tanpa|kecuali|không\s+(?:phải|có)|ngoại\s+trừ|trừ)|不是|不含|不包括|不要|除了|ไม่ใช่|ไม่รวม|ยกเว้น)[\s-]*(?:(?:any|the|for|from|of|las?|los|el|les?)\s+)?$/iu
/** "We have no lead battery plant" asks for one. */
const MISSING_WORKS =
  /^\s*(?:recycl|treat|process|plant|facilit|smelt|refin|recover|works\b|compan|technolog|disposal|landfill|market|buyer|reciclaj|tratamient|处理|回收)/i
const TREATMENT = /^(?:treat|recycl|recover|process)/i
const OR = /^\s*(?:,?\s*(?:or|nor|oder|ni|atau|hoặc)\s+|或|、)$/i

/** Behind these even a plant is excluded: "but no Waelz kiln plants" complains of none. */
const LEAVES_OUT =
  /(?:excluding|except(?:\s+for)?|other\s+than|but\s+(?:not|no)|excepto|salvo|sauf|hors|kecuali|trừ)\s+(?:any\s+|the\s+)?$/iu

/** Whether a negation stands right before this place. */
export function isNegated(text: string, start: number): boolean {
  return NEGATION.test(text.slice(Math.max(0, start - 30), start))
}

/** Whether nothing but an "or" stands between the two. */
export function isJoinedByOr(text: string, left: Span, right: Span): boolean {
  return OR.test(text.slice(left.end, right.start))
}

/** Mentions of what the need says it is not about. Only what a negation stands right before, or is joined to by "or", is taken out. */
export function findExcluded(text: string, mentions: readonly ConceptMention[]): ConceptMention[] {
  const excluded: ConceptMention[] = []
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    const before = excluded.at(-1)
    const joined = before !== undefined && isJoinedByOr(text, before, mention)
    if (joined || (isNegated(text, mention.start) && !isMissing(text, mention))) excluded.push(mention)
  }
  return excluded
}

/** Whether the need complains that there is none of it. */
function isMissing(text: string, { start, end, concepts }: ConceptMention): boolean {
  if (TREATMENT.test(text.slice(start))) return true
  const leftOut = LEAVES_OUT.test(text.slice(Math.max(0, start - 30), start))
  return MISSING_WORKS.test(text.slice(end)) && !(leftOut && concepts.every(({ type }) => type === 'Technology'))
}
