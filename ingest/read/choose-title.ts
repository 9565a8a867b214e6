import { basename } from 'node:path'
import { normaliseLine } from './normalise-text.ts'
import type { Passage } from './source-document.ts'

const LONGEST = 200
/** A title written without spaces says as much in a third of the letters. */
const LONGEST_HAN = 60
const HAN = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u
/** Names that programs and templates leave behind, and names of files. */
const EMPTY_TITLE =
  /^(untitled|title|document|no title|none|null|unknown|new document|powerpoint presentation|slide \d+|microsoft (word|excel|powerpoint) - .*|.*\.(docx?|xlsx?|pptx?|pdf|indd|qxd|tex|dvi|html?|txt|rtf|eps|ai|fm|p65))$/i

/** The title a document gives itself, else its first heading, else its first line, else the name of the file. */
export function chooseTitle(source: string, text: string, passages: readonly Passage[], given?: string): string {
  const own = normaliseLine(given ?? '')
  if (own && !EMPTY_TITLE.test(own)) return shorten(own)
  const body = passages.filter((passage) => passage.kind !== 'running')
  // A heading far down titles a section, not the document.
  const early = body.slice(0, 12)
  const best = Math.min(...early.filter((each) => each.kind === 'heading').map((each) => each.level ?? 9))
  const heading = early.find((each) => each.kind === 'heading' && (each.level ?? 9) === best)
  const chosen = heading ?? body.find((each) => each.kind !== 'table-row')
  if (chosen) return shorten(text.slice(chosen.start, chosen.end).split('\n', 1)[0] as string)
  return basename(source.replaceAll('\\', '/')).replace(/\.[^.]{1,5}$/, '')
}

function shorten(line: string): string {
  if (HAN.test(line.slice(0, 20))) return shortenHan(line)
  if (line.length <= LONGEST) return line
  const cut = line.lastIndexOf(' ', LONGEST)
  return `${line.slice(0, cut > 0 ? cut : LONGEST)}…`
}

/** Its first sentence, or what of that stands before a comma. */
function shortenHan(line: string): string {
  const sentence = line.split(/[。！？]/, 1)[0] || line
  if (sentence.length <= LONGEST_HAN) return sentence
  const cut = Math.max(...['，', '、', '；', '：'].map((mark) => sentence.lastIndexOf(mark, LONGEST_HAN)))
  return `${sentence.slice(0, cut > 0 ? cut : LONGEST_HAN)}…`
}
