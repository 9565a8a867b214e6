import type { EntityType, PropertyName } from '../../../graph/ontology/ontology.ts'
import type { FoundQuantity } from '../recognise/find-quantities.ts'

/** What a figure says of whom. */
export interface FigureMeaning {
  property: PropertyName
  score: number
  /** Types that can have it here, the likelier first. */
  types: readonly EntityType[]
}

/** The words a figure stands among, all in lower case. */
export interface FigureWords {
  /** From the figure before (or the clause's beginning) to this one. */
  lead: string
  /** From this figure to the next one (or the clause's end). */
  tail: string
  /** Up to 90 characters of the clause before it and 70 behind it. */
  around: string
  sentence: string
  /** The name of a metal stands right behind the figure. */
  beforeMetal: boolean
}

const CAPACITY_TYPES: readonly EntityType[] = ['Facility', 'Enterprise', 'Project', 'Technology']
const ORGANS: readonly EntityType[] = [
  'Enterprise',
  'Organization',
  'Facility',
  'Project',
  'Programme',
  'Network',
  'Event',
]
const RECOVERY_TYPES: readonly EntityType[] = ['Technology', 'Facility', 'Enterprise', 'Project', 'City', 'Programme']

/** What a figure says by the words nearest to it; by the rest of its clause where those do not tell. */
export function readMeaning(quantity: FoundQuantity, words: FigureWords): FigureMeaning | null {
  switch (quantity.kind) {
    case 'mass':
      if (ARISES.test(words.tail)) return { property: 'waste_generation', score: 0.6, types: ['City', 'Country'] }
      if (SIZE.test(words.lead)) return { property: 'capacity', score: 0.7, types: CAPACITY_TYPES }
      return readMassAround(quantity, words)
    case 'money':
      return readMoney(words, words.lead + words.tail) ?? readMoney(words, words.around)
    case 'share':
      return readShare(words)
    case 'area':
      return { property: 'area', score: 0.75, types: ['Facility', 'Enterprise', 'City', 'Project'] }
    case 'count':
      return readCount(quantity.counted, words)
    default:
      return null
  }
}

const CAPACITY =
  /\bcapacit(?:y|ies|é|e)\b|\binstalled\b|\bpermit(?:ted)? (?:for|to)\b|\bdesigned (?:for|to)\b|\bannual (?:processing|treatment|recycling|disposal|smelting)\b|产能|处理能力|年处理|年产|年回收|年拆解|capacidad|capacité/
/** What arises does so in a place; whoever says so is not meant. */
const ARISES = /^[^,;.]{0,40}\b(?:arises?|arising|is generated|are generated)\b/
/** "a small line for 12,000 tonnes": a plant's size. */
const SIZE = /\b(?:plants?|lines?|units?|facility|furnaces?|works|smelter|refinery|hub)\s(?:for|of|with)\s*$/
/** "mixes the oxide from steel dust, about 5,000 tonnes a year": what is fed in or changes hands is nobody's capacity. */
const FED =
  /\b(?:mix(?:es|ed|ing)?|blend(?:s|ed|ing)?|feeds?|feeding|fed|adds?|added|charges|charged|receiv(?:es?|ed|ing)|suppl(?:y|ies|ied|ying)|b(?:uys?|ought|uying)|purchas(?:es?|ed|ing)|sourc(?:es|ed|ing))\s(?!capacit)/
const WASTE = /\b(?:generat|arise|arisings|amount of waste|leaves|discard|produces? .*waste)/
const THROUGHPUT =
  /\b(?:process|treat|recycl|handl|accept|smelt|melt|shred|dismantl|can take|able to|traite|procesa|recicla)/
const OUTPUT =
  /\b(?:collect|gather|produc|output|make|made|sold|sell|ship|import|export|deliver|yield|buy|bought|consum|need|use)/

function readMassAround(quantity: FoundQuantity, words: FigureWords): FigureMeaning | null {
  const { lead, tail, around } = words
  const near = readMass(quantity, lead) ?? readMass(quantity, lead + tail)
  if (near && (near.property !== 'capacity' || CAPACITY.test(lead + tail) || THROUGHPUT.test(lead))) return near
  const meant = near ?? readMass(quantity, around) ?? readRate(quantity, words)
  return meant?.property === 'capacity' && FED.test(lead) ? null : meant
}

function readMass({ value }: FoundQuantity, words: string): FigureMeaning | null {
  if (CAPACITY.test(words)) return { property: 'capacity', score: 0.85, types: CAPACITY_TYPES }
  if (WASTE.test(words))
    return { property: 'waste_generation', score: 0.6, types: ['City', 'Country', 'Enterprise', 'Facility'] }
  if (THROUGHPUT.test(words))
    return { property: value.per ? 'capacity' : 'output', score: value.per ? 0.72 : 0.7, types: CAPACITY_TYPES }
  if (OUTPUT.test(words))
    return { property: 'output', score: 0.7, types: ['Enterprise', 'Facility', 'Project', 'Technology'] }
  return null
}

/** "a pilot line of 20 tonnes a year", "Pune (40 kt a year)": a rate that only qualifies a plant is what it is built for. */
function readRate({ value }: FoundQuantity, { lead, tail }: FigureWords): FigureMeaning | null {
  if (value.per === undefined) return null
  const qualifies =
    /(?:\b(?:of|for|with|a|an|the|at)|[(,:–-])\s*$/.test(lead) ||
    /^\s*(?:plant|line|facility|smelter|unit)\b/.test(tail)
  return qualifies ? { property: 'capacity', score: 0.6, types: CAPACITY_TYPES } : null
}

/** Money that was not put into anything. */
const NO_INVESTMENT =
  /registered capital|share capital|注册资本|\b(?:profit|losse?s?|ebitda?|tax|taxes|fines?|penalt(?:y|ies)|price|valued|market|bénéfice|beneficio)\b/
const INVESTED =
  /\b(?:invest|spen[dt]|cost|fund|budget|grant|loan|capex|project|chain|financ|award|worth|total|co[uû]t|subvention|soutien|presupuesto|apoyo)|投资|耗资|inversi|invertir/

function readMoney({ lead }: FigureWords, words: string): FigureMeaning | null {
  if (/output value|产值/.test(words))
    return { property: 'annual_output_value', score: 0.85, types: ['Enterprise', 'Facility', 'Project'] }
  if (/\b(?:turnover|revenues?|sales)\b|chiffre d['’]affaires|营业收入|ventas|facturaci/.test(words))
    return { property: 'turnover', score: 0.85, types: ['Enterprise', 'Organization'] }
  // "the contract is worth 31 million": what is paid to a supplier.
  if (/\b(?:contract|order|deal)s?\b[^.;]{0,30}\b(?:worth|valued)\b/.test(words)) return null
  if (NO_INVESTMENT.test(words)) return null
  // "of which 7 million is a contribution": a part of the sum before.
  if (/\b(?:of which|dont|de los cuales)\b/.test(lead)) return null
  if (!INVESTED.test(words)) return null
  return {
    property: 'investment',
    score: 0.8,
    types: /fund|grant|budget|financ|loan|presupuesto/.test(words)
      ? ['Project', 'Programme', 'Facility', ...ORGANS]
      : ORGANS,
  }
}

const RECOVERY = /recover|extract|recycling rate|utili[sz]ation rate|yield|回收率|recuper|récup/
const HELD = /\b(?:holds?|holding|contain\p{L}*|grad(?:e|ing))\b[^,;]{0,24}$/u
const RECOVERED_OF = /^\s?(?:of|for|in|de la|de l['’]|du|del|de)\s(?:the\s)?\p{L}/u

function readShare({ lead, tail, around, sentence, beforeMetal }: FigureWords): FigureMeaning | null {
  if (/^[^,;]{0,12}(?:harmless|disposal|renewable|electric|landfill)/.test(tail.trimStart())) return null
  // "cut by 30 %", "an 8 % rise": a change is no yield.
  if (/\b(?:rose|fell|grew|cut|reduc\p{L}*|increas\p{L}*|down|up|lower|higher)\s(?:by\s)?(?:\p{L}+\s)?$/u.test(lead))
    return null
  const told =
    RECOVERY.test(around) ||
    (RECOVERY.test(sentence) && (beforeMetal || RECOVERED_OF.test(tail) || /\bfor \p{L}+ \p{L}+ /u.test(lead)))
  // "the process gives an oxide that holds 70 % zinc": what is in it tells of the process at most.
  if (HELD.test(lead) && beforeMetal) return { property: 'recovery_rate', score: 0.8, types: ['Technology'] }
  return told ? { property: 'recovery_rate', score: 0.8, types: RECOVERY_TYPES } : null
}

/** What each counted noun (singular, folded) is a number of, where the noun alone tells. */
const COUNTED: Record<string, FigureMeaning> = {}
function count(nouns: string, property: PropertyName, score: number, types: readonly EntityType[]): void {
  for (const noun of nouns.split(' ')) COUNTED[noun] = { property, score, types }
}
count('inhabitant resident habitant habitante', 'population', 0.8, ['City', 'Country'])
count('member membership miembro socio membre', 'members', 0.9, ['Network', 'Programme', 'Organization', 'Event'])
count(
  'participant delegate attendee representative specialist expert guest exhibitor visitor participante délégué représentant',
  'members',
  0.8,
  ['Event'],
)
count('household family hogare', 'households', 0.75, ['Project', 'Enterprise', 'City', 'Programme', 'Facility'])
count('site plant facility station location place installation point base', 'sites', 0.7, [
  'Enterprise',
  'Organization',
  'Technology',
  'Network',
  'Programme',
  'City',
  'Project',
])
count('salarié employé', 'employees', 0.85, ['Enterprise', 'Facility', 'Organization'])
const HEADS = new Set('employee worker staff people person empleado trabajador persona personne'.split(' '))

/** "a jury of seven experts", "a team of twelve people": no attendance. */
const CIRCLE = /\b(?:jury|team|panel|committee|board|group|delegation|crew|equipo|équipe)\s(?:of|de|d['’])\s?$/

function readCount(counted: string | undefined, { lead, around }: FigureWords): FigureMeaning | null {
  if (counted === undefined || CIRCLE.test(lead)) return null
  if (!HEADS.has(counted)) return COUNTED[counted] ?? null
  if (/\b(?:employ|workforce|staff|workers|jobs|emploie)|emplea/.test(around))
    return { property: 'employees', score: 0.85, types: ['Enterprise', 'Facility', 'Organization'] }
  if (/\b(?:inhabitants|population|residents)/.test(around))
    return { property: 'population', score: 0.8, types: ['City', 'Country'] }
  return /\b(?:attend|participa|took part|gather|join)/.test(around)
    ? { property: 'members', score: 0.8, types: ['Event'] }
    : null
}
