import type { Span } from '../../../graph/document.ts'

/** A part of a cell with its place in the document's text. */
export interface CellPiece extends Span {
  text: string
}

const MOST_PIECES = 100
const LONGEST_NAME = 160
const EMPTY =
  /^(?:[\s\-–—―−./?*_…·]*|n\/?a|n\.\s?a\.?|n\/?d|s\/d|none|nil|null|unknown|not (?:stated|known|available|applicable|given|disclosed)|undisclosed|tb[acd]|various|several|others?|misc(?:ellaneous)?|to be (?:confirmed|announced|determined)|无|没有|不详|未知|暂无|未公布|未披露|待定|其他|其它|ninguno|ninguna|desconocido|no disponible|no aplica|varios|otros)$/iu
const TOTAL =
  /^(?:(?:grand |sub-?)?totals?|sub-?total|sum|average|mean|median|all|overall|合计|总计|小计|共计|总数|平均|suma|promedio|total general)(?:\s?[:：(（].{0,40}|\s(?:of|for|in|all|general|\d).{0,40})?$/iu

/** Whether a cell says that it says nothing: "n/a", "–", "not stated", "不详". */
export function isEmptyCell(text: string): boolean {
  return text.length <= 40 && EMPTY.test(text.trim())
}

/** Whether a row's first words make it a sum of others. */
export function isTotal(text: string): boolean {
  return text.length <= 60 && TOTAL.test(text.trim())
}

/** A cut of the text without the white space around it; `null` where nothing remains or it says nothing. */
export function cutPiece(text: string, from: number, to: number): CellPiece | null {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /[\s;；]/.test(text.charAt(end - 1))) end--
  const cut = text.slice(start, end)
  return cut && !isEmptyCell(cut) ? { start, end, text: cut } : null
}

/** Where the values of a list part: always at semicolons and the like; at commas only where asked. Brackets hold together. */
export function splitCell(text: string, { start, end }: Span, at: 'semicolons' | 'commas' | 'words'): CellPiece[] {
  const pieces: CellPiece[] = []
  let depth = 0
  let from = start
  const close = (to: number) => {
    const piece = cutPiece(text, from, to)
    if (piece && piece.text.length <= LONGEST_NAME && pieces.length < MOST_PIECES) pieces.push(piece)
  }
  for (let position = start; position < end; position++) {
    const sign = text.charAt(position)
    if ('([（【'.includes(sign)) depth++
    else if (')]）】'.includes(sign)) depth = Math.max(0, depth - 1)
    const length = depth > 0 ? 0 : separatorLength(text, position, end, at)
    if (length === 0) continue
    close(position)
    from = position + length
    position = from - 1
  }
  close(end)
  return pieces
}

const LINK = /\s(?:and|y|e|plus)\s|\s?[&+]\s|[和及与]/uy

function separatorLength(text: string, position: number, end: number, at: 'semicolons' | 'commas' | 'words'): number {
  const sign = text.charAt(position)
  if (';；|•\n、'.includes(sign)) return 1
  if (at === 'semicolons') return 0
  if (sign === '，' || (sign === ',' && !/\d/.test(text.charAt(position + 1)))) return 1
  if (sign === '/' && /\s/.test(text.charAt(position - 1)) && /\s/.test(text.charAt(position + 1))) return 1
  if (at === 'commas' || position >= end) return 0
  if (sign === '/') return 1
  LINK.lastIndex = position
  const link = LINK.exec(text)?.[0]
  return link && position + link.length < end ? link.length : 0
}
