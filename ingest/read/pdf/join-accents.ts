/** Accents printed as characters of their own in front of the letter, as old TeX fonts do, and their combining forms. */
const COMBINING: Record<string, string> = {
  '\u00a8': '\u0308',
  '\u00b4': '\u0301',
  '\u02c6': '\u0302',
  '\u02c7': '\u030c',
  '\u02d8': '\u0306',
  '\u02da': '\u030a',
  '\u02dc': '\u0303',
}

/** Puts a free-standing accent onto the letter after it where the two make a letter of their own: "O˘guz", "Garc´ıa". */
export function joinAccents(text: string): string {
  if (!/[\u00a8\u00b4\u02c6\u02c7\u02d8\u02da\u02dc]/.test(text)) return text
  return text.replace(
    /([\u00a8\u00b4\u02c6\u02c7\u02d8\u02da\u02dc])(\p{L})/gu,
    (pair, accent: string, letter: string) => {
      const base = letter === 'ı' ? 'i' : letter
      const joined = (base + COMBINING[accent]).normalize('NFC')
      return joined.length === 1 ? joined : pair
    },
  )
}
