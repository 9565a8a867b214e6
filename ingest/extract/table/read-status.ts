/** What a row's status says of its claims: they hold, they are planned, or they hold no more. */
export type RowStatus = 'holds' | 'planned' | 'over'

const OVER =
  /\b(?:closed|shut|ceased|cancell?ed|abandoned|suspended|withdrawn|stopped|terminated|dissolved|bankrupt|insolvent|decommissioned|dismantled|idled?|mothballed|repealed|revoked|expired|rejected|discontinued|not (?:built|realised|realized|pursued|in operation|operating)|cerrad[ao]|cancelad[ao]|suspendid[ao]|derogad[ao])\b|关闭|停产|取消|终止|中止|废止|撤销|注销|破产|未建/iu
const PLANNED =
  /\b(?:plan(?:ned|ning|s)?|under construction|under development|in construction|in preparation|proposed?|announced|expected|foreseen|scheduled|upcoming|forthcoming|intended|feasibility|design phase|permitting|pre-?construction|commissioning|not yet|concept|draft|planificad[ao]|previst[ao]|en construcción|proyectad[ao]|en proyecto|anunciad[ao])\b|拟建|在建|规划|计划|筹建|待建|建设中|筹备|草案/iu

/** Reads a status cell, or a note in brackets beside a figure. Unknown words hold: they name stages of something real. */
export function readStatus(text: string): RowStatus {
  const clipped = text.slice(0, 200)
  if (OVER.test(clipped)) return 'over'
  return PLANNED.test(clipped) ? 'planned' : 'holds'
}
