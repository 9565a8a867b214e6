import type { PDFPageProxy } from 'pdfjs-dist'
import { normaliseText } from '../normalise-text.ts'
import { joinAccents } from './join-accents.ts'

/** A run of text on one baseline, in points from the top left of the page as it is read. */
export interface TextRun {
  text: string
  left: number
  right: number
  baseline: number
  size: number
  font: string
  /** Place in the content stream. */
  order: number
  /** The stream has a space before it. */
  spaced: boolean
}

/** Runs of one writing direction, turned so that it runs from left to right. */
export interface RunGroup {
  runs: TextRun[]
  characters: number
}

export interface PageRuns {
  page: number
  height: number
  /** The main direction first. */
  groups: RunGroup[]
}

/** Runs with gaps of this many spaces inside are two runs: columns set with the space bar. */
const SPACE_COLUMNS = /\s{3,}/

/** Points. Pages are at most 14,400 points wide; what lies far off them is nowhere. */
const FARTHEST = 100_000

/** Takes the positioned text of a page. Text turned by a page rotation or by itself comes upright. */
export async function takeRuns(page: PDFPageProxy): Promise<PageRuns> {
  const viewport = page.getViewport({ scale: 1 })
  const [va, vb, vc, vd, ve, vf] = viewport.transform as [number, number, number, number, number, number]
  const content = await page.getTextContent()
  const groups = new Map<number, RunGroup>()
  let spaced = false
  for (const [order, item] of content.items.entries()) {
    if (!('str' in item)) continue
    if (!item.str.trim()) {
      spaced ||= item.str.length > 0 || item.hasEOL
      continue
    }
    const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number]
    const angle = Math.atan2(vb * a + vd * b, va * a + vc * b)
    const degrees = Math.round((angle * 180) / Math.PI)
    const x = va * e + vc * f + ve
    const y = vb * e + vd * f + vf
    const cos = Math.cos(angle)
    const sin = Math.sin(angle)
    const left = x * cos + y * sin
    const size = Math.hypot(va * c + vc * d, vb * c + vd * d) || item.height || 1
    if (!Number.isFinite(left + size + item.width) || Math.abs(left) > FARTHEST || Math.abs(y) > FARTHEST) continue
    const group = groups.get(degrees) ?? { runs: [], characters: 0 }
    groups.set(degrees, group)
    const run = {
      left,
      right: left + item.width,
      baseline: y * cos - x * sin,
      size,
      font: item.fontName,
      order,
      spaced,
    }
    for (const part of splitAtWideSpaces(joinAccents(normaliseText(item.str)), run)) group.runs.push(part)
    group.characters += item.str.length
    spaced = item.hasEOL || /\s$/.test(item.str)
  }
  const sorted = [...groups.values()].sort((one, other) => other.characters - one.characters)
  for (const group of sorted) group.runs = dropOverprints(group.runs)
  return { page: page.pageNumber, height: viewport.height, groups: sorted }
}

function splitAtWideSpaces(text: string, run: Omit<TextRun, 'text'>): TextRun[] {
  if (!SPACE_COLUMNS.test(text)) return [{ ...run, text }]
  const perCharacter = (run.right - run.left) / Math.max(text.length, 1)
  const parts: TextRun[] = []
  for (const match of text.matchAll(/\S+(?:\s{1,2}\S+)*/g)) {
    const left = run.left + match.index * perCharacter
    parts.push({ ...run, text: match[0], left, right: left + match[0].length * perCharacter, spaced: true })
  }
  return parts
}

/** Bold made by printing twice, a hair apart, is one run. */
function dropOverprints(runs: TextRun[]): TextRun[] {
  const seen = new Map<string, TextRun[]>()
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? []
    if (
      same.some(
        (other) =>
          Math.abs(other.left - run.left) < run.size * 0.2 && Math.abs(other.baseline - run.baseline) < run.size * 0.2,
      )
    )
      return false
    same.push(run)
    if (same.length === 1) seen.set(run.text, same)
    else if (same.length > 40) same.shift()
    return true
  })
}
