import type { EntityView } from '../../../graph/entity.ts'
import type { StatementView } from '../../../graph/statement.ts'
import type { JudgeContext } from './judgement.ts'
import { listNamedWastes } from './list-named-wastes.ts'

/** A sentence of a document that regulates the waste at either end of a shipment. */
export interface Rule {
  statement: StatementView
  /** The country or regulation it is said of. */
  of: EntityView
  forbids: 'import' | 'export' | 'both' | null
}

const FORBIDS = /\b(?:prohibit\w*|forbid\w*|forbidden|bans?|banned|not allowed|may not be)\b|禁止|prohíb\w*|prohib\w*/i
const PERMITS = /\b(?:not prohibited|no longer prohibited|lifted the ban|unless)\b/i
const IMPORT = /\bimport|进口|importa/i
const EXPORT = /\bexport|出口|exporta/i
const HAZARDOUS = 'waste-stream/hazardous-waste'
const WIDE = new Set([HAZARDOUS, 'waste-stream/waste', 'waste-stream/solid-waste'])
const MOST_RULES = 3

/** Rules of both countries and of regulations in force there that name the waste, a kind of it or what it is a kind of. */
export function findRules(context: JudgeContext, there: string | undefined): Rule[] {
  const { facts, need, scope } = context
  const here = need.country?.code
  const rules: Rule[] = []
  for (const code of new Set([here, there])) {
    const country = code ? facts.entity(`country/${code}`) : undefined
    for (const statement of country ? facts.from(country.id, 'rule') : []) {
      if (country && isFact(statement) && namesWaste(statement, context)) {
        rules.push({ statement, of: { ...country, country: code }, forbids: readBan(quoteOf({ statement })) })
      }
    }
  }
  for (const waste of scope.waste.values()) {
    if (waste.relation !== 'same' && waste.relation !== 'broader') continue
    for (const regulates of facts.to(facts.entity(waste.id)?.id ?? waste.id, 'REGULATES').filter(isFact)) {
      const regulation = facts.entity(regulates.subjectEntity)
      if (regulation && isInForce(regulation.id, context, [here, there])) {
        rules.push({ statement: regulates, of: regulation, forbids: readBan(quoteOf({ statement: regulates })) })
      }
    }
  }
  const distinct = rules.filter((rule, at) => rules.findIndex((other) => quoteOf(other) === quoteOf(rule)) === at)
  return distinct.sort((a, b) => Number(b.forbids !== null) - Number(a.forbids !== null)).slice(0, MOST_RULES)
}

/** The words of a rule, on one line. */
export function quoteOf({ statement }: Pick<Rule, 'statement'>): string {
  const text = statement.value?.kind === 'text' ? statement.value.text : ''
  return (statement.evidence[0]?.quote ?? text).replace(/\s+/g, ' ').trim()
}

function isFact({ modality }: StatementView): boolean {
  return modality === 'asserted'
}

/** Whether a rule speaks of the waste: by its name, a kind of it or what it is a kind of, or of hazardous waste and nothing narrower. */
function namesWaste(rule: StatementView, { scope, thesaurus }: JudgeContext): boolean {
  const named = listNamedWastes(rule, thesaurus)
  const narrow = named.filter((id) => !WIDE.has(id))
  if (narrow.length === 0) return named.includes(HAZARDOUS)
  return narrow.some((id) => ['same', 'narrower', 'broader'].includes(scope.waste.get(id)?.relation ?? ''))
}

/** A regulation that names no country counts everywhere; one that does counts where it applies. */
function isInForce(id: string, { facts }: JudgeContext, countries: (string | undefined)[]): boolean {
  const applies = facts.from(id, 'APPLIES_IN').filter(isFact)
  return (
    applies.length === 0 ||
    applies.some(({ objectEntity }) =>
      countries.some((code) => code && objectEntity === facts.entity(`country/${code}`)?.id),
    )
  )
}

function readBan(text: string): Rule['forbids'] {
  if (!FORBIDS.test(text) || PERMITS.test(text)) return null
  const [imports, exports] = [IMPORT.test(text), EXPORT.test(text)]
  return imports === exports ? (imports ? 'both' : null) : imports ? 'import' : 'export'
}
