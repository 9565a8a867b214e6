/** A need is a sentence or two; what follows this many characters is left unread, and said to be. */
export const MAX_NEED_LENGTH = 4_000

/** The text as it is read: composed, without control characters or runs of space, cut at `MAX_NEED_LENGTH`. */
export function cleanNeedText(raw: string): { text: string; cut: boolean } {
  const head = raw.slice(0, 4 * MAX_NEED_LENGTH)
  const calm = head
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}]+/gu, ' ')
    .trim()
  const text = calm.slice(0, MAX_NEED_LENGTH).replace(/[\uD800-\uDBFF]$/u, '')
  return { text, cut: raw.length > head.length || calm.length > MAX_NEED_LENGTH }
}
