import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { parseOrganisationName } from '../../../graph/values/organisation-name.ts'
import { tokenize } from '../../segment/tokenize.ts'
import { hasPersonShape, isChineseName, isGivenName } from '../recognise/person-shape.ts'
import { stemWord } from '../recognise/stem-word.ts'
import { COMPANY_HEADS, headType } from '../recognise/words/name-heads.ts'

const CHINESE_COMPANY = /(?:公司|集团|厂|企业)$/u
const CHINESE_BODY = /(?:大学|学院|研究院|研究所|研究中心|中心|协会|学会|联合会|委员会|基金会|部|局|厅|署|院|所)$/u
/** "University of …", "Ministry of …": the head may stand first; else it stands last. */
const OF = new Set(['of', 'for', 'de', 'del', 'des', 'do', 'da', 'di', 'on'])

/** Whether the words of a name make it a company or a body; `null` where they do not tell. */
export function typeOrganisation(name: string): 'Enterprise' | 'Organization' | null {
  if (CHINESE_COMPANY.test(name)) return 'Enterprise'
  if (/\p{Script=Han}/u.test(name) && CHINESE_BODY.test(name)) return 'Organization'
  if (parseOrganisationName(name).legalForm) return 'Enterprise'
  const words = tokenize(name.slice(0, 200)).filter(({ shape }) => shape !== 'mark')
  const stems = words.map(({ fold }) => stemWord(fold))
  const of = words.findIndex(({ fold }) => OF.has(fold))
  const head = of > 0 ? stems[of - 1] : stems.at(-1)
  if (stems.some((stem) => headType(stem) === 'Organization' && isStrongBody(stem))) return 'Organization'
  if (head && headType(head) === 'Organization') return 'Organization'
  return words.length > 1 && stems.length > 0 && COMPANY_HEADS.has(stems.at(-1) as string) ? 'Enterprise' : null
}

const STRONG_BODIES = new Set(
  'ministry university universidad universite universitat academy institute association asociacion federation council agency department ministerio secretaria municipality'.split(
    ' ',
  ),
)

function isStrongBody(stem: string): boolean {
  return STRONG_BODIES.has(stem)
}

/** Whether a cell under a person's header can be a person's name: its form, without figures or words of bodies. */
export function isPersonName(name: string): boolean {
  if (/^[\p{Script=Han}·]{2,8}$/u.test(name)) return typeOrganisation(name) === null
  const tokens = tokenize(name)
  return tokens.length > 0 && hasPersonShape(tokens, 0, tokens.length - 1)
}

/** What won an award, by its name alone; `null` where that does not tell. */
export function typeLaureate(name: string): Extract<EntityType, 'Person' | 'Enterprise' | 'Project'> | null {
  const organisation = typeOrganisation(name)
  if (organisation) return organisation === 'Enterprise' ? organisation : null
  const tokens = tokenize(name)
  const words = tokens.filter(({ shape }) => shape !== 'mark')
  if (words.length === 0) return null
  if (/\bproject\b/i.test(name) || /项目$/u.test(name)) return 'Project'
  if (/^\p{Script=Han}{2,3}$/u.test(name)) return 'Person'
  const isPerson =
    isPersonName(name) && (words.some(({ fold }) => isGivenName(fold)) || isChineseName(tokens, 0, tokens.length - 1))
  if (isPerson) return 'Person'
  return words.length === 1 && /^\p{Lu}[\p{L}\p{N}]+$/u.test(name) ? 'Enterprise' : null
}
