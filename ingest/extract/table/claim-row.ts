import type { Span } from '../../../graph/document.ts'
import { type PredicateName, relationAllows } from '../../../graph/ontology/ontology.ts'
import type { Modality, Qualifiers } from '../../../graph/statement.ts'
import type { ExtractedStatement } from '../extraction.ts'
import { claimValues } from './claim-values.ts'
import type { ThingName } from './column-meaning.ts'
import type { EntityBook, NamedThing } from './entity-book.ts'
import type { MeantCell, RowReading } from './read-row.ts'
import { readStatus } from './read-status.ts'
import { readDate } from './read-value.ts'
import { linkThings } from './relate-things.ts'
import type { RowClaim } from './row-claim.ts'

/** A header that names it makes a claim surer than a relation between two columns that are both about a third. */
const DIRECT = 0.9
const BETWEEN = 0.75
const LONGEST_QUALIFIER = 200

/** The claims of one row; `text` is the document's, `evidence` the row's used span. */
export function claimRow(text: string, row: RowReading, evidence: Span, book: EntityBook): ExtractedStatement[] {
  const status = row.notes.status ? readStatus(row.notes.status.text) : 'holds'
  if (status === 'over') return []
  const modality: Modality = status === 'planned' ? 'planned' : 'asserted'
  const claims = [...claimLinks(row, modality), ...claimBetween(row, modality), ...claimValues(text, row, modality)]
  const keys = new Map<NamedThing, string>()
  const enter = (thing: NamedThing): string => {
    const key = keys.get(thing) ?? book.enter(thing)
    keys.set(thing, key)
    return key
  }
  return claims.map(({ subject, predicate, object, value, qualifiers, rule, ...claim }) => ({
    subject: enter(subject),
    predicate,
    ...(object && { object: enter(object) }),
    ...(value && { value }),
    ...(qualifiers && Object.keys(qualifiers).length > 0 && { qualifiers }),
    modality: claim.modality ?? modality,
    confidence: round(Math.min(claim.confidence ?? DIRECT, subject.confidence, object?.confidence ?? 1)),
    rule,
    evidence: [{ start: evidence.start, end: evidence.end }],
  }))
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100
}

function words(cell: MeantCell | undefined): string | undefined {
  return cell && cell.text.length <= LONGEST_QUALIFIER ? cell.text.trim() : undefined
}

function claimLinks({ own, things, notes, values }: RowReading, modality: Modality): RowClaim[] {
  return things.flatMap(({ means, thing, planned }): RowClaim[] => {
    const link = linkThings(means, own.type, thing.type)
    if (!link || isSame(own, thing)) return []
    const { predicate, from } = link
    const [subject, object] = from === 'own' ? [own, thing] : [thing, own]
    const qualifiers: Qualifiers = {}
    const role = link.role ?? (predicate === 'AFFILIATED_WITH' && own.type === 'Person' ? words(notes.role) : undefined)
    if (role) qualifiers.role = role
    const title =
      predicate === 'SPOKE_AT' ? words(notes.talk) : predicate === 'AWARDED' ? words(notes.category) : undefined
    if (title) qualifiers.title = title
    const year =
      predicate === 'AWARDED' ? values.find(({ property }) => property === 'year' || property === 'date') : undefined
    const period = year && readDate(year.text)
    if (period) qualifiers.period = period
    return [
      { subject, predicate, object, qualifiers, rule: `column-${means}`, modality: planned ? 'planned' : modality },
    ]
  })
}

function isSame(left: NamedThing, right: NamedThing): boolean {
  return left.type === right.type && (left.worldId ? left.worldId === right.worldId : left.name === right.name)
}

/** Relations of columns to each other. Where one of them names several things the row does not say which goes with which. */
function claimBetween({ own, things, notes }: RowReading, modality: Modality): RowClaim[] {
  const byMeaning = new Map<ThingName, NamedThing[]>()
  for (const { means, thing } of things) byMeaning.set(means, [...(byMeaning.get(means) ?? []), thing])
  const all = (...means: readonly ThingName[]) => means.flatMap((each) => byMeaning.get(each) ?? [])
  const only = (...means: readonly ThingName[]) => {
    const found = all(...means)
    return found.length === 1 ? found : []
  }
  const claims: RowClaim[] = []
  const join = (
    left: readonly NamedThing[],
    predicate: PredicateName,
    right: readonly NamedThing[],
    qualifiers?: Qualifiers,
  ) => {
    for (const subject of left) {
      for (const object of right) {
        if (!relationAllows(predicate, subject.type, object.type) || isSame(subject, object)) continue
        claims.push({ subject, predicate, object, qualifiers, confidence: BETWEEN, rule: 'columns-together', modality })
      }
    }
  }
  const technology = only('technology')
  const oneWaste = all('waste').length <= 1
  join(technology, 'TREATS', only('waste'))
  if (oneWaste) join(technology, 'RECOVERS', all('metal'))
  if (own.type !== 'Technology') join(only('supplier'), 'OFFERS', technology)
  join(all('regulation'), 'REGULATES', only('waste'))
  if (own.type === 'Country') join(all('authority'), 'LOCATED_IN', [own])
  if (own.type === 'Award') {
    join(only('laureate'), 'AFFILIATED_WITH', only('affiliation'), {
      ...(words(notes.role) && { role: words(notes.role) }),
    })
  }
  // What cannot lie anywhere itself leaves the place to the one who offers it or won it.
  const actors = only('supplier', 'company', 'operator', 'laureate')
  if (['Technology', 'Award'].includes(own.type)) join(actors, 'LOCATED_IN', all('country', 'city', 'location'))
  const [country] = only('country')
  const isPlaced = !['Award', 'Technology', 'Regulation'].includes(own.type) || actors.length > 0
  if (country && isPlaced) {
    for (const city of all('city', 'location')) {
      if (city.type !== 'City' || (city.country ?? country.country) !== country.country) continue
      claims.push({
        subject: city,
        predicate: 'LOCATED_IN',
        object: country,
        confidence: BETWEEN,
        rule: 'columns-together',
        modality: 'asserted',
      })
    }
  }
  return claims
}
