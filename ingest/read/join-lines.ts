/** Joins two lines of a paragraph. Chinese and Japanese put no space between lines; Korean does. */
export function joinLines(before: string, after: string): string {
  return isIdeographic(before.charCodeAt(before.length - 1)) && isIdeographic(after.charCodeAt(0))
    ? before + after
    : `${before} ${after}`
}

/** Han, kana and the punctuation and full-width forms that go with them. */
export function isIdeographic(code: number): boolean {
  return (code >= 0x3000 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xff00 && code <= 0xffef)
}
