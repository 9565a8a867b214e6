import { type PropertyName, propertyAllows } from '../../../graph/ontology/ontology.ts'
import type { Modality } from '../../../graph/statement.ts'
import type { RowReading } from './read-row.ts'
import { readStatus } from './read-status.ts'
import { readDate, readValues } from './read-value.ts'
import type { RowClaim } from './row-claim.ts'

/** What stays true of a thing that is only planned. */
const LASTING: readonly PropertyName[] = ['website', 'contact', 'description', 'code', 'proof', 'investment']

/** The properties a row gives its own thing, and what it says of the regulations and wastes beside it. */
export function claimValues(text: string, { own, things, values, notes }: RowReading, modality: Modality): RowClaim[] {
  const claims: RowClaim[] = []
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
