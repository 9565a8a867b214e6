/**
 * Words that carry grammar and no subject, in the languages queries come in. They are left out of a query that has
 * other words; a query of nothing else is taken as it stands.
 */
const STOP_WORDS = new Set(
  `a an and are as at be by can could do does for from has have how i in into is it its me my near of on or our that the
  their there they this to us was we were what when where which who whom whose why will with would you your s t above
  below over under more less than about any all
  de la el los las un una en y o del para por con que se su
  le les des du et ou au aux dans sur pour par avec qui une
  di yang dan ke untuk dari dengan pada atau
  cua cho va tai cac nhung
  的 了 在 和 与 及 或 是 有 哪 哪些 什么 怎么 如何`
    .split(/\s+/)
    .filter(Boolean),
)

export function isStopWord(term: string): boolean {
  return STOP_WORDS.has(term)
}
