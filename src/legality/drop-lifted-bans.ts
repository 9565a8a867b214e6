/** Stands between a negation and a ban: "is not yet subject to an import ban". */
const EN_FILL =
  '(?:(?:yet|currently|now|any|longer|been|be|being|itself|expressly|formally|explicitly|specifically|generally|general|subject|to|a|an|the|under|in|import|export|trade|such|outright|formal|legal|national|total|blanket|current|specific) ){0,5}'
const EN_VERB_NOUN = '(?:prohibit\\w*|forbid\\w*|ban(?:s|ned|ning)?)'
const EN_NOUN = '(?:bans?|prohibitions?)'
const EN_LIFTED = '(?:lifted|repealed|ended|suspended|removed|revoked|abolished|withdrawn|rescinded|cancelled|dropped)'
/** What a ban is on, up to its verb; within one clause and of bounded length, so that reading stays linear. */
const EN_OBJECT = '(?: (?:on|of|for|against|to|in|from|imposed|introduced)\\s[^.;:!?]{1,160}?)?'
const EN_AUX = '(?:was|were|is|are|(?:has|have|had) been)'

/** Bans a text says there are none of. */
const DENIED = [
  new RegExp(`(?:\\b(?:not|never|no longer|nor|neither|cannot)|n['’]t) ${EN_FILL}${EN_VERB_NOUN}\\b`, 'giu'),
  new RegExp(`\\b(?:no|without) ${EN_FILL}${EN_NOUN}\\b`, 'giu'),
  /(?<!不得|无|無)(?:不再|并未|没有|尚未|未|并不|不会|不)(?:被|予以|予)?禁止/gu,
  /(?<!\p{L})no (?:(?:está|están|esta|estan|queda|quedan|se|es|son|fue|ha|han|sido|existe|hay|ninguna|una|la) ){0,4}proh[íi]b\p{L}*/giu,
  /(?<!\p{L})sin (?:ninguna )?prohibici[óo]n/giu,
  /(?:n['’]|(?<!\p{L})ne )(?:(?:est|sont|était|a|ont|sera|y) ){0,2}(?:interdi\p{L}* (?:pas|plus)|(?:pas|plus|jamais) (?:été )?(?:d['’]|de )?(?:interdi|prohib)\p{L}*)/giu,
  /(?<!\p{L})(?:aucune|sans) (?:interdi|prohib)\p{L}*/giu,
]

/** Bans a text says are over. */
const ENDED = [
  // "Unless the ban is lifted" tells of a ban that stands.
  new RegExp(
    `(?<!\\b(?:until|unless|if|before)\\s(?:[\\w-]{1,20}\\s){0,3})\\b${EN_NOUN}${EN_OBJECT} (?:${EN_AUX} (?:since |later |finally |now |formally |officially |temporarily )?${EN_LIFTED}|(?:has |have |had )?(?:ended|expired|lapsed))\\b`,
    'giu',
  ),
  new RegExp(
    `(?<!\\b(?:not|never|yet|be)\\s)\\b(?:${EN_LIFTED}|lifts|repeals|ends|suspends|revokes|abolishes|withdrew|removes|rescinds) (?:the|its|their|this|that|all|a|an|these) (?:(?!(?:under|by|with|after|in|on|from|of|for|to|despite)\\s)[\\w'’-]{1,30} ){0,3}${EN_NOUN}\\b`,
    'giu',
  ),
  /(?:取消|解除|废止|撤销|废除)(?:了)?(?:对)?[^。；;，,、并和且]{0,30}?(?:禁止|禁令)/gu,
  /(?:禁止|禁令)[^。；;，,未没不]{0,30}?(?:已经被|已经|已被|已|被)(?:取消|解除|废止|撤销|废除)/gu,
  /prohibici[óo]n(?:es)?(?: (?:de|del|a|sobre|para)\s[^.;:!?]{1,160}?)? (?:fue|fueron|ha sido|han sido|está|quedó) (?:levantad|derogad|suspendid|eliminad|revocad|anulad)[oa]s?(?!\p{L})/giu,
  /(?<!(?:\p{L}|no\s))(?:levantó|derogó|suspendió|eliminó|levanta|deroga|elimina) (?:la|las|su|esta) (?:\p{L}{1,20} ){0,2}?prohibici[óo]n(?:es)?/giu,
  /(?:interdiction|prohibition)s?(?: (?:de|des|du|sur|à)\s[^.;:!?]{1,160}?| d['’][^.;:!?]{1,160}?)? (?:est|sont|fut|a été|ont été) (?:levée|abrogée|suspendue|supprimée|annulée)s?(?!\p{L})/giu,
]
/** Within the words of a ban that is over: it is not, or not yet, or in part. */
const STILL_STANDS = /\b(?:not|never|will|shall|may|might|could|would|should|no|que|pas|partly|partially)\b|n['’]t\b/iu

/**
 * A text without the bans it says are none: denied, or lifted, repealed, ended or suspended. In English, Chinese, Spanish and
 * French; where in doubt a ban stays.
 */
export function dropLiftedBans(text: string): string {
  const denied = DENIED.reduce((rest, pattern) => rest.replace(pattern, ' '), text.replace(/\s+/gu, ' '))
  return ENDED.reduce((rest, pattern) => rest.replace(pattern, (ban) => (STILL_STANDS.test(ban) ? ban : ' ')), denied)
}
