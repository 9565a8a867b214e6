import type { EntityView } from '../../graph/entity.ts'
import type { RuleEffect } from '../../graph/legality/rulebook.ts'
import type { StatementView } from '../../graph/statement.ts'
import type { JudgeContext } from '../match/judge/judgement.ts'
import { listNamedWastes } from '../match/judge/list-named-wastes.ts'
import { readRuleText } from './read-rule-text.ts'

/** A sentence of a document that regulates the waste at either end of a shipment. */
export interface DocumentRule {
  statement: StatementView
  /** The country or regulation it is said of. */
  of: EntityView
  /** What it does to a shipment from the one country to the other. */
  effect: RuleEffect
  /** It speaks of solid waste at large. */
  wide: boolean
}

const HAZARDOUS = 'waste-stream/hazardous-waste'
const SOLID = 'waste-stream/solid-waste'
const ANY = 'waste-stream/waste'
const WIDE = new Set([HAZARDOUS, ANY, SOLID])
const MOST_RULES = 3

type RuleContext = Pick<JudgeContext, 'facts' | 'scope' | 'thesaurus'>

/** Rules of both countries and of regulations in force there that name the waste, a kind of it or what it is a kind of. */
export function findDocumentRules(
  context: RuleContext,
  from: string | undefined,
  to: string | undefined,
): DocumentRule[] {
  const { facts, scope } = context
  const rules: DocumentRule[] = []
  for (const code of new Set([from, to])) {
    const country = code ? facts.entity(`country/${code}`) : undefined
    for (const statement of country ? facts.from(country.id, 'rule') : []) {
      if (!country || !isFact(statement) || !namesWaste(statement, context)) continue
      const effect = effectAt(statement, code === from, code === to)
      const wide = listNamedWastes(statement, context.thesaurus).every((id) => id === SOLID || id === ANY)
      rules.push({ statement, of: { ...country, country: code }, effect, wide })
    }
  }
  for (const waste of scope.waste.values()) {
    if (waste.relation !== 'same' && waste.relation !== 'broader') continue
    for (const regulates of facts.to(facts.entity(waste.id)?.id ?? waste.id, 'REGULATES').filter(isFact)) {
      const regulation = facts.entity(regulates.subjectEntity)
      if (!regulation) continue
      const at = listInForce(regulation.id, context, [from, to])
      if (!at) continue
      const wide = waste.id === SOLID || waste.id === ANY
      rules.push({ statement: regulates, of: regulation, effect: effectAt(regulates, at.here, at.there), wide })
    }
  }
  const distinct = rules.filter((rule, at) => rules.findIndex((other) => quoteOf(other) === quoteOf(rule)) === at)
  return distinct.sort((a, b) => RANK[a.effect] - RANK[b.effect]).slice(0, MOST_RULES)
}

const RANK: Record<RuleEffect, number> = { prohibits: 0, consent: 1, informs: 2 }

/** The words of a rule, on one line. */
export function quoteOf({ statement }: Pick<DocumentRule, 'statement'>): string {
  const text = statement.value?.kind === 'text' ? statement.value.text : ''
  return (statement.evidence[0]?.quote ?? text).replace(/\s+/g, ' ').trim()
}

/** A rule on imports binds where the waste goes, one on exports where it comes from. */
function effectAt(statement: StatementView, here: boolean, there: boolean): RuleEffect {
  const { effect, imports, exports } = readRuleText(quoteOf({ statement }))
  return (imports && there) || (exports && here) ? effect : 'informs'
}

function isFact({ modality }: StatementView): boolean {
  return modality === 'asserted'
}

/** Whether a rule speaks of the waste: by its name, a kind of it or what it is a kind of, or of waste at large and nothing narrower. */
function namesWaste(rule: StatementView, { scope, thesaurus }: RuleContext): boolean {
  const named = listNamedWastes(rule, thesaurus)
  const narrow = named.filter((id) => !WIDE.has(id))
  if (narrow.length === 0) return named.includes(HAZARDOUS) || named.includes(SOLID)
  return narrow.some((id) => ['same', 'narrower', 'broader'].includes(scope.waste.get(id)?.relation ?? ''))
}

/** A regulation that names no country counts everywhere; one that does counts where it applies. */
function listInForce(
  id: string,
  { facts }: RuleContext,
  [from, to]: [string | undefined, string | undefined],
): { here: boolean; there: boolean } | null {
  const applies = facts.from(id, 'APPLIES_IN').filter(isFact)
  const isAt = (code: string | undefined) =>
    applies.length === 0 ||
    (code !== undefined && applies.some(({ objectEntity }) => objectEntity === facts.entity(`country/${code}`)?.id))
  const at = { here: isAt(from), there: isAt(to) }
  return at.here || at.there ? at : null
}
