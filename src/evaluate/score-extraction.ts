import { foldLabel, readNumbers } from './fold-label.ts'
import type { GoldLabels, Submission } from './gold-label.ts'
import { type Score, Tally } from './tally.ts'

/** What is scored; other types and predicates are neutral. */
const TYPES = new Set(
  'Enterprise Technology Metal WasteStream Person Organization Country City Project Programme Network Event Award Facility'.split(
    ' ',
  ),
)
const PREDICATES = new Set(
  'OFFERS TREATS RECOVERS LOCATED_IN AFFILIATED_WITH SPOKE_AT HELD_IN MEMBER_OF ORGANIZED OPERATES PARTNER_OF CAPACITY'.split(
    ' ',
  ),
)
const PROPERTIES = new Set('capacity date investment founded recovery_rate members year'.split(' '))

export interface ExtractionScores {
  documents: number
  entities: { byType: Record<string, Score>; all: Score }
  relations: { byPredicate: Record<string, Score>; all: Score }
  facts: { byProperty: Record<string, Score>; all: Score }
  /** Share of found entities that repeat one already found in the same document, 0–1. */
  duplicates: number
}

type Named = { type: string; forms: Set<string>; name: string }

function formsOf(name: string, aliases: readonly string[], person: boolean): Set<string> {
  const forms = [name, ...aliases].map(foldLabel).filter((form) => form !== '')
  // People are also met in the other word order.
  return new Set(person ? forms.flatMap((form) => [form, form.split(' ').sort().join(' ')]) : forms)
}

function meets(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  for (const form of left) if (right.has(form)) return true
  return false
}

function toNamed({ type, name, aliases }: { type: string; name: string; aliases: string[] }): Named {
  return { type, name, forms: formsOf(name, aliases, type === 'Person') }
}

/** Every form by which something of this name may be meant, given who is known by which names. */
function widen(name: string, known: readonly Named[]): Set<string> {
  const forms = formsOf(name, [], false)
  for (const each of known) if (meets(forms, each.forms)) for (const form of each.forms) forms.add(form)
  return forms
}

/**
 * Scores what was found against labels. Entities must agree in type and in one folded name or alias; relations in predicate
 * and both ends; a capacity in subject and number; facts in subject, property and number or text. A city's plain place in its
 * country, optional labels and `neutral` names cost and earn nothing.
 */
export function scoreExtraction(
  gold: ReadonlyMap<string, GoldLabels>,
  found: ReadonlyMap<string, Submission>,
  neutral: ReadonlySet<string> = new Set(),
): ExtractionScores {
  const [entities, relations, facts] = [new Tally(), new Tally(), new Tally()]
  let [duplicates, counted] = [0, 0]
  for (const [name, labels] of gold) {
    const submission = found.get(name) ?? { entities: [], relations: [], facts: [] }
    const repeated = scoreEntities(labels, submission, entities, neutral)
    duplicates += repeated
    counted += submission.entities.length
    const known = [...labels.entities.map(toNamed), ...submission.entities.map(toNamed)]
    scoreRelations(labels, submission, relations, known)
    scoreFacts(labels, submission, facts, known)
  }
  return {
    documents: gold.size,
    entities: { byType: entities.scores(), all: entities.total() },
    relations: { byPredicate: relations.scores(), all: relations.total() },
    facts: { byProperty: facts.scores(), all: facts.total() },
    duplicates: counted > 0 ? duplicates / counted : 0,
  }
}

function scoreEntities(labels: GoldLabels, submission: Submission, tally: Tally, neutral: ReadonlySet<string>): number {
  const wanted = labels.entities.filter((label) => !label.optional).map(toNamed)
  const spare = labels.entities.filter((label) => label.optional).map(toNamed)
  const met = new Set<Named>()
  let duplicates = 0
  for (const each of submission.entities.filter(({ type }) => TYPES.has(type)).map(toNamed)) {
    const agreeing = wanted.filter((label) => label.type === each.type && meets(label.forms, each.forms))
    const fresh = agreeing.find((label) => !met.has(label))
    if (fresh) {
      met.add(fresh)
      tally.add(each.type, 'tp')
    } else if (agreeing.length > 0) duplicates++
    else if (!spare.some((label) => meets(label.forms, each.forms)) && !meets(each.forms, neutral))
      tally.add(each.type, 'fp')
  }
  for (const label of wanted) if (!met.has(label)) tally.add(label.type, 'fn')
  return duplicates
}

function scoreRelations(labels: GoldLabels, submission: Submission, tally: Tally, known: readonly Named[]): void {
  const ends = (relation: Submission['relations'][number]) => ({
    predicate: relation.predicate,
    subject: widen(relation.subject, known),
    object:
      relation.predicate === 'CAPACITY'
        ? new Set(readNumbers(relation.object).slice(0, 1).map(String))
        : widen(relation.object, known),
  })
  const wanted = labels.relations.map((label) => ({ ...ends(label), optional: label.optional === true, met: false }))
  const places = (type: string) =>
    new Set(known.filter((each) => each.type === type).flatMap((each) => [...each.forms]))
  const [cities, countries] = [places('City'), places('Country')]
  for (const relation of submission.relations.filter(({ predicate }) => PREDICATES.has(predicate))) {
    const said = ends(relation)
    const agreeing = wanted.filter(
      ({ predicate, subject, object }) =>
        predicate === said.predicate &&
        ((meets(subject, said.subject) && meets(object, said.object)) ||
          (predicate === 'PARTNER_OF' && meets(subject, said.object) && meets(object, said.subject))),
    )
    const fresh = agreeing.find((label) => !label.optional && !label.met)
    if (fresh) {
      fresh.met = true
      tally.add(said.predicate, 'tp')
    } else if (agreeing.length === 0) {
      const geography = said.predicate === 'LOCATED_IN' && meets(said.subject, cities) && meets(said.object, countries)
      if (!geography) tally.add(said.predicate, 'fp')
    }
  }
  for (const label of wanted) if (!label.optional && !label.met) tally.add(label.predicate, 'fn')
}

function scoreFacts(labels: GoldLabels, submission: Submission, tally: Tally, known: readonly Named[]): void {
  const wanted = labels.facts.map((label) => ({ ...label, forms: widen(label.subject, known), met: false }))
  for (const fact of submission.facts) {
    const forms = widen(fact.subject, known)
    const fresh = wanted.find(
      (label) =>
        !label.met &&
        label.property === fact.property &&
        meets(label.forms, forms) &&
        sameValue(label.value, fact.value),
    )
    if (fresh) {
      fresh.met = true
      tally.add(fact.property, 'tp')
    } else if (PROPERTIES.has(fact.property)) tally.add(fact.property, 'fp')
  }
  for (const label of wanted) if (!label.met) tally.add(label.property, 'fn')
}

/** Values agree where one text holds the other or they share a number. */
function sameValue(left: string, right: string): boolean {
  const [one, other] = [foldLabel(left), foldLabel(right)]
  if (one !== '' && other !== '' && (one.includes(other) || other.includes(one))) return true
  const numbers = new Set(readNumbers(left))
  return readNumbers(right).some((number) => numbers.has(number))
}
