const LETTERS: Record<string, string> = { ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', ı: 'i', đ: 'd', œ: 'oe' }

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/

/**
 * The form in which two spellings of one name are equal: no case, diacritics, punctuation or double spaces.
 * Chinese and other scripts without case pass through. Used for lookup keys, never shown.
 */
export function foldName(name: string): string {
  const lower = name.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłßæıđœ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/(?<=\w)['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
