const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const STEPS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const GROUPS: Record<string, number> = { 万: 1e4, 亿: 1e8 }

/** Characters a number may be written in. */
export const CHINESE_NUMERAL = '[〇零○一二两三四五六七八九十百千万亿]'

/** A number in Chinese characters: 三十五 → 35, 两万五千 → 25000, 二〇二四 → 2024. `null` for what is no number. */
export function readChineseNumber(text: string): number | null {
  if (text === '') return null
  if ([...text].every((sign) => sign in DIGITS)) return Number([...text].map((sign) => DIGITS[sign]).join(''))
  let total = 0
  let group = 0
  let digit: number | undefined
  for (const sign of text) {
    if (sign in DIGITS) digit = DIGITS[sign]
    else if (sign in STEPS) {
      group += (digit ?? 1) * (STEPS[sign] as number)
      digit = undefined
    } else if (sign in GROUPS) {
      total = (total + group + (digit ?? (total + group > 0 ? 0 : 1))) * (GROUPS[sign] as number)
      group = 0
      digit = undefined
    } else return null
  }
  return total + group + (digit ?? 0)
}
