import { type EntityType, isProperty, type PropertyName } from '../../../graph/ontology/ontology.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { PassageCell } from '../../read/source-document.ts'
import type { TableRow } from './collect-tables.ts'
import { type ColumnMeaning, isThing, type NoteName, type ThingName, thingMeaning } from './column-meaning.ts'
import type { NamedThing } from './entity-book.ts'
import type { ColumnPlan } from './plan-columns.ts'
import { readConcepts } from './read-concepts.ts'
import { readHeader } from './read-header.ts'
import { readOwnName } from './read-names.ts'
import { readCities, readCountries } from './read-places.ts'
import { type CellSetting, readThings } from './read-things.ts'
import type { CellMemory } from './remember-cells.ts'
import { isEmptyCell, isTotal } from './split-cell.ts'
import { typeOrganisation } from './type-name.ts'

/** A cell with something in it, under a column that means something. */
export interface MeantCell extends PassageCell {
  column: ColumnMeaning
  text: string
}

/** What a row names and says, before any claim is made of it. */
export interface RowReading {
  own: NamedThing
  /** What the other columns name, in order. */
  things: { means: ThingName; thing: NamedThing; planned?: true }[]
  /** Cells that hold values. */
  values: (MeantCell & { property: PropertyName })[]
  notes: Partial<Record<NoteName, MeantCell>>
}

/** What is known beside the row. */
export interface RowSense {
  thesaurus: Thesaurus
  remember: CellMemory
}

/** Reads a row by its plan; `null` where it names nothing of its own or is a total. */
export function readRow(
  text: string,
  row: TableRow,
  plan: ColumnPlan,
  { thesaurus, remember }: RowSense,
): RowReading | null {
  const cells = row.cells.flatMap((cell): MeantCell[] => {
    const column = plan.columns.get(cell.header ?? '')
    const words = text.slice(cell.start, cell.end)
    return column && !isEmptyCell(words) ? [{ ...cell, column, text: words }] : []
  })
  const first = row.cells[0]
  if (first && isTotal(text.slice(first.start, first.end))) return null
  const notes: RowReading['notes'] = {}
  for (const cell of cells) {
    const { means } = cell.column
    if (!isThing(means) && !isProperty(means)) notes[means] ??= cell
  }
  const ownCell = cells.find(({ header }) => header === plan.own)
  const countries = cells
    .filter(({ column }) => column.means === 'country')
    .flatMap((cell) => remember('country', cell, readCountries).flatMap(({ country }) => country ?? []))
  const own = ownCell && readOwn(text, ownCell, plan, notes, { thesaurus, countries })
  if (!ownCell || !own) return null
  const things: RowReading['things'] = []
  if (own.type === 'Facility' && countries.length > 0) {
    // A plant may be called by its town alone; several towns are several plants of which the row tells nothing apart.
    const towns = readCities(text, ownCell, countries).filter(({ worldId }) => worldId)
    if (towns.length > 1) return null
    for (const thing of towns) if (thing.surface === own.surface) things.push({ means: 'city', thing })
  }
  const values: RowReading['values'] = []
  const hasAffiliation = cells.some(({ column }) => column.means === 'affiliation')
  const setting = { thesaurus, countries, hasAffiliation }
  for (const cell of cells) {
    const { means, planned } = cell.column
    if (cell === ownCell) continue
    // "Members" counts them or lists them.
    const listed = means === 'members' && !/\d/.test(cell.text) ? 'member' : means
    if (isProperty(listed)) values.push({ ...cell, property: listed })
    else if (isThing(listed)) {
      const column = { means: listed, header: cell.header ?? '' }
      const kind = [listed, column.header, countries, hasAffiliation].join('|')
      const named = remember(kind, cell, (words, whole) => readThings(words, whole, column, setting))
      for (const thing of named) things.push({ means: listed, thing, ...(planned && { planned }) })
    }
  }
  return { own, things, values, notes }
}

function readOwn(
  text: string,
  cell: MeantCell,
  plan: ColumnPlan,
  notes: RowReading['notes'],
  { thesaurus, countries }: Pick<CellSetting, 'thesaurus' | 'countries'>,
): NamedThing | null {
  const type = readOwnType(cell.text, plan, notes)
  if (!type) return null
  if (type === 'Country') return one(readCountries(text, cell))
  if (type === 'City') return one(readCities(text, cell, countries))
  if (type === 'Metal' || type === 'WasteStream' || type === 'Technology') {
    const named = one(readConcepts(text, cell, [type], thesaurus))
    if (named?.worldId || type !== 'Technology') return named
  }
  return readOwnName(text, cell, type)
}

function one(things: readonly NamedThing[]): NamedThing | null {
  return things.length === 1 ? (things[0] ?? null) : null
}

/** The plan's type, else what the row's own column of types says, else what the name's words say. */
function readOwnType(name: string, plan: ColumnPlan, notes: RowReading['notes']): EntityType | null {
  const said = notes.type && readHeader(notes.type.text)
  const told = said && isThing(said.means) && thingMeaning(said.means).rank ? thingMeaning(said.means).type : null
  if (plan.type === null) return told ?? (notes.type ? null : typeOrganisation(name))
  return plan.type
}
