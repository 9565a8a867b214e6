import type { RuleEffect } from '../../graph/legality/rulebook.ts'
import { dropLiftedBans } from './drop-lifted-bans.ts'

/** What the words of a rule do, and to which direction of trade. */
export interface RuleText {
  effect: RuleEffect
  imports: boolean
  exports: boolean
}

const FORBIDS =
  /\b(?:prohibit\w*|forbid\w*|forbidden|bans?|banned|(?:not|no longer|never) (?:allowed|permitted)|may not be|must not be|interdi(?:t|te|ts|tes|sent|re|ctions?)|dilarang)\b|禁止|禁令|prohíb\w*|prohib\w*|cấm|ห้าม/iu
const PERMITS =
  /\b(?:unless|except with|without (?:a|an|prior)|sauf|salvo|sans autorisation|sin autorización)(?!\p{L})/iu
const CONSENT =
  /\b(?:permits?|permission|consents?|licen[cs]es?|approvals?|authori[sz]ations?|controlled|notification|unless|autorisations?|permis)\b|许可|批准|autorización|permiso|izin|giấy phép|ใบอนุญาต/iu
const IMPORT = /\bimport|进口|importa|impor\b|nhập khẩu|นำเข้า/iu
const EXPORT = /\bexport|出口|exporta|ekspor\b|xuất khẩu|ส่งออก/iu

/**
 * Reads a sentence on trade in waste. "Unless", "except with a permit" and the like make a ban a matter of consent; words on
 * neither import nor export, bans denied or lifted, and words that allow decide nothing.
 */
export function readRuleText(text: string): RuleText {
  const direction = { imports: IMPORT.test(text), exports: EXPORT.test(text) }
  const effect =
    FORBIDS.test(dropLiftedBans(text)) && !PERMITS.test(text) ? 'prohibits' : CONSENT.test(text) ? 'consent' : 'informs'
  return { effect, ...direction }
}
