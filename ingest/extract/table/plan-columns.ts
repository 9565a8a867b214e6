import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { type ColumnMeaning, isThing, type MeaningName, type ThingName, thingMeaning } from './column-meaning.ts'
import { foldHeader } from './fold-header.ts'
import { isForeignHeader, readHeader } from './read-header.ts'
import type { TableMapping } from './table-mapping.ts'

/** What the columns of one table mean, and which of them the rows are about. */
export interface ColumnPlan {
  /** By header as the cells bear it. */
  columns: ReadonlyMap<string, ColumnMeaning>
  /** Header of the column that names what a row is about. */
  own: string
  /** Its type; `null` where each row says it itself, in a column of types or by its name. */
  type: EntityType | null
}

/** Columns beside which a bare "Name" is a person's. */
const OF_PEOPLE: readonly MeaningName[] = ['affiliation', 'expertise', 'talk']
/** What a country is the subject of; beside other columns it only says where. */
const OF_COUNTRIES: readonly MeaningName[] = [
  'rule',
  'authority',
  'contact',
  'population',
  'waste_generation',
  'network',
  'regulation',
]
const OF_CITIES: readonly MeaningName[] = ['population', 'network', 'programme', 'waste_generation', 'households']
/** Links that stand for the row's own thing where nothing else does. */
const STAND_INS: readonly ThingName[] = ['operator', 'supplier', 'owner', 'member']
/** Beside these an operator or supplier is one of our field. */
const OF_WORKS: readonly MeaningName[] = ['technology', 'waste', 'metal', 'capacity', 'network']

function meanColumns(headers: readonly string[], mapping?: TableMapping): Map<string, ColumnMeaning> {
  const columns = new Map<string, ColumnMeaning>()
  for (const header of headers) {
    const key = foldHeader(header)
    const mapped = mapping && Object.hasOwn(mapping.columns, key) ? mapping.columns[key] : undefined
    const meaning = mapped ?? readHeader(header)
    if (meaning && meaning.means !== 'ignore') columns.set(header, meaning)
  }
  return columns
}

/** Decides what the rows of a table are about; `null` where the headers do not say, which leaves the table alone. */
export function planColumns(headers: readonly string[], mapping?: TableMapping): ColumnPlan | null {
  const columns = meanColumns(headers, mapping)
  if (columns.size < 2) return null
  const isMapped = [...columns.values()].some(({ mapped }) => mapped)
  if (!isMapped && headers.some(isForeignHeader)) return null
  const has = (...means: readonly MeaningName[]) => [...columns.values()].some((column) => means.includes(column.means))
  // Who won a race or a vote is no laureate.
  if (has('laureate') && !has('award') && !(has('name') && has('type'))) return null
  const rowType = isMapped ? mapping?.rows : undefined
  const own = chooseOwn(columns, has, rowType)
  if (!own) return null
  const [header, { means }] = own
  return { columns, own: header, type: rowType ?? ownType(means as ThingName, has) }
}

type Has = (...means: readonly MeaningName[]) => boolean

function chooseOwn(
  columns: ReadonlyMap<string, ColumnMeaning>,
  has: Has,
  rowType: EntityType | undefined,
): [string, ColumnMeaning] | undefined {
  const things = [...columns].filter(([, { means }]) => isThing(means))
  const first = (...means: readonly MeaningName[]) => things.find(([, column]) => means.includes(column.means))
  if (rowType) {
    const named = first('name') ?? things.find(([, { means }]) => thingMeaning(means as ThingName).type === rowType)
    if (named) return named
  }
  if (has('rule') && has('country')) return first('country')
  const rankOf = ({ means }: ColumnMeaning) =>
    means === 'name' ? nameRank(has) : (thingMeaning(means as ThingName).rank ?? 0)
  const ranked = things
    .map((column) => ({ column, rank: rankOf(column[1]) }))
    .filter(({ rank }) => rank > 0)
    .sort((left, right) => right.rank - left.rank)
  const [best] = ranked
  const ofCountry = has('country') && has(...OF_COUNTRIES)
  if (best && !(best.rank === 1 && best.column[1].means === 'regulation' && ofCountry)) return best.column
  if (ofCountry && !has('city')) return first('country')
  if (has('city') && has(...OF_CITIES)) return first('city')
  return (has(...OF_WORKS) ? first(...STAND_INS) : undefined) ?? (ofCountry ? first('country') : undefined)
}

/** "Name" beside an affiliation is a person; beside a column of types, whatever that says; alone it must speak for itself. */
function nameRank(has: Has): number {
  if (has('type')) return 5
  if (has(...OF_PEOPLE) || (has('role') && has('organisation', 'company'))) return 4
  return has('company', 'organisation', 'plant', 'project', 'award', 'event', 'person') ? 0 : 2
}

function ownType(means: ThingName, has: Has): EntityType | null {
  if (means === 'name') return nameRank(has) === 4 ? 'Person' : null
  // A centre that has an operator or treats something is a place of work, not a body.
  if (means === 'centre') return has('operator', 'owner', 'capacity', 'waste', 'metal') ? 'Facility' : 'Organization'
  return thingMeaning(means).type
}
