import { eld } from 'eld/extrasmall'

/** Statistics below this many characters say little. */
const LEAST = 30
const LONG = 200
const SAMPLE = 4_000

const SCRIPTS: [language: string, script: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['si', /\p{Script=Sinhala}/gu],
]

/** ISO 639-1 of the language most of the text is in: by script where a script tells, else by n-grams; `und` when unsure. */
export function detectLanguage(text: string): string {
  const sample = takeSample(text)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'und'
  const shares = new Map(SCRIPTS.map(([language, script]) => [language, (sample.match(script)?.length ?? 0) / letters]))
  // Japanese mixes kana into Han.
  if ((shares.get('ja') ?? 0) > 0.1) return 'ja'
  const [language, share] = [...shares].sort((a, b) => b[1] - a[1])[0] as [string, number]
  if (share > 0.4) return language
  if (letters < LEAST) return 'und'
  const guess = eld.detect(sample)
  if (!guess.language) return 'und'
  const [best = 0, next = 0] = Object.values(guess.getScores()).sort((a, b) => b - a)
  // Names, figures and formulas keep the score of long texts low; then a clear lead decides.
  const leads = letters >= LONG && best >= 0.4 && best - next >= 0.08
  return guess.isReliable() || leads ? guess.language : 'und'
}

/** Beginning, middle and end: a cover page may be in another language. */
function takeSample(text: string): string {
  if (text.length <= SAMPLE) return text
  const third = Math.floor(SAMPLE / 3)
  const middle = Math.floor((text.length - third) / 2)
  return [text.slice(0, third), text.slice(middle, middle + third), text.slice(-third)].join('\n')
}
