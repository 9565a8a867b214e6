import type { Span } from '../../../graph/document.ts'
import {
  type PredicateName,
  type PropertyName,
  propertyAllows,
  relationAllows,
} from '../../../graph/ontology/ontology.ts'
import type { Modality, Qualifiers } from '../../../graph/statement.ts'
import type { Value } from '../../../graph/values/value.ts'
import type { ExtractedStatement } from '../extraction.ts'
import type { ThingName } from './column-meaning.ts'
import type { EntityBook, NamedThing } from './entity-book.ts'
import type { MeantCell, RowReading } from './read-row.ts'
import { readStatus } from './read-status.ts'
import { readDate, readValues } from './read-value.ts'
import { linkThings } from './relate-things.ts'

/** A header that names it makes a claim surer than a relation between two columns that are both about a third. */
const DIRECT = 0.9
const BETWEEN = 0.75
const LONGEST_QUALIFIER = 200
/** What stays true of a thing that is only planned. */
const LASTING: readonly PropertyName[] = ['website', 'contact', 'description', 'code', 'proof', 'investment']

interface Claim {
  subject: NamedThing
  predicate: PredicateName | PropertyName
  object?: NamedThing
  value?: Value
  qualifiers?: Qualifiers
  modality?: Modality
  confidence?: number
  rule: string
}

/** The claims of one row; `text` is the document's, `evidence` the row's used span. */
export function claimRow(text: string, row: RowReading, evidence: Span, book: EntityBook): ExtractedStatement[] {
  const status = row.notes.status ? readStatus(row.notes.status.text) : 'holds'
  if (status === 'over') return []
  const modality: Modality = status === 'planned' ? 'planned' : 'asserted'
  const claims = [...claimLinks(row, modality), ...claimBetween(row, modality), ...claimValues(text, row, modality)]
  return claims.map(({ subject, predicate, object, value, qualifiers, rule, ...claim }) => ({
    subject: book.enter(subject),
    predicate,
    ...(object && { object: book.enter(object) }),
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

function claimLinks({ own, things, notes, values }: RowReading, modality: Modality): Claim[] {
  return things.flatMap(({ means, thing, planned }): Claim[] => {
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
function claimBetween({ own, things, notes }: RowReading, modality: Modality): Claim[] {
  const all = (...means: readonly ThingName[]) =>
    things.filter((each) => means.includes(each.means)).map(({ thing }) => thing)
  const only = (...means: readonly ThingName[]) => (all(...means).length === 1 ? all(...means) : [])
  const claims: Claim[] = []
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
  const places = [...all('city', 'location'), ...(own.type === 'City' ? [own] : [])].filter(
    ({ type }) => type === 'City',
  )
  const [country] = only('country')
  const isPlaced = !['Award', 'Technology', 'Regulation'].includes(own.type) || actors.length > 0
  if (country && isPlaced) {
    const inside = places.filter((city) => city !== own && (city.country ?? country.country) === country.country)
    for (const claim of inside.map(
      (city): Claim => ({
        subject: city,
        predicate: 'LOCATED_IN',
        object: country,
        confidence: BETWEEN,
        rule: 'columns-together',
        modality: 'asserted',
      }),
    ))
      claims.push(claim)
  }
  return claims
}

function claimValues(text: string, { own, things, values, notes }: RowReading, modality: Modality): Claim[] {
  const claims: Claim[] = []
  const since = notes.since && readDate(notes.since.text)
  const asOf = notes['as of'] && readDate(notes['as of'].text)
  const regulations = things.filter(({ means }) => means === 'regulation').map(({ thing }) => thing)
  const wastes = things.filter(({ means }) => means === 'waste').map(({ thing }) => thing)
  for (const cell of values) {
    const subjects = propertyAllows(cell.property, own.type)
      ? [own]
      : cell.property === 'code' && wastes.length === 1
        ? wastes
        : []
    const note = /[(（]([^()（）]{1,80})[)）]$/u.exec(cell.text)?.[1]
    const said = cell.column.planned ? 'planned' : note ? readStatus(note) : 'holds'
    if (said === 'over') continue
    for (const subject of subjects) {
      for (const read of readValues(text, cell, cell.property, cell.column, cell.header ?? '')) {
        const value =
          read.kind === 'quantity' && asOf && !read.period
            ? { ...read, period: asOf.start }
            : read.kind === 'text' && cell.property === 'rule' && wastes.length > 0
              ? { ...read, text: `${wastes.map(({ surface }) => surface).join(', ')}: ${read.text}` }
              : read
        const lasting = LASTING.includes(cell.property) ? 'asserted' : modality
        const qualifiers = cell.property === 'rule' && since ? { period: since } : undefined
        claims.push({
          subject,
          predicate: cell.property,
          value,
          qualifiers,
          rule: `column-${cell.property.replaceAll('_', '-')}`,
          modality: said === 'planned' ? 'planned' : lasting,
        })
        if (cell.property === 'rule')
          for (const regulation of regulations)
            claims.push({ subject: regulation, predicate: 'rule', value, qualifiers, rule: 'column-rule', modality })
      }
    }
  }
  if (own.type === 'Country') {
    for (const { means, thing } of things) {
      if (means === 'authority')
        claims.push({
          subject: own,
          predicate: 'contact',
          value: { kind: 'text', text: thing.surface },
          rule: 'column-authority',
          modality,
        })
    }
  }
  if (since)
    for (const regulation of own.type === 'Regulation' ? [own] : regulations)
      claims.push({ subject: regulation, predicate: 'date', value: since, rule: 'column-since', modality })
  return claims
}
