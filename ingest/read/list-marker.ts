/** Bullets of every look. A dash or asterisk counts only before a space. */
const BULLET = /^(?:[•‣⁃◦▪▫■□●○◆◇►▶▸➢➤✓✔✗❖⮚·∙]\s*|[-–—*+o]\s+)(?=\S)/u
/** `1.`, `2)`, `(a)`, `iv.`, `3.1`, `一、`, `（二）`. */
const NUMBER =
  /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\(?[A-Z]\)|[IVX]{2,5}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[（(]?[一二三四五六七八九十]{1,3}[、．）)])\s*(?=\S)/u

export interface ListMarker {
  /** A bullet says nothing; a number is part of the text. */
  kind: 'bullet' | 'number'
  /** Length with the white space after it. */
  length: number
}

export function findListMarker(line: string): ListMarker | null {
  const bullet = line.match(BULLET)
  if (bullet) return { kind: 'bullet', length: bullet[0].length }
  const number = line.match(NUMBER)
  if (!number) return null
  // "1.5 million" and "e.g." are no list items.
  const marker = number[0]
  if (!/\s$/.test(marker) && !/[一-龥]/.test(marker)) return null
  return { kind: 'number', length: marker.length }
}
