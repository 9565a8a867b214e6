/** Heads of what is counted, singular; a plural is what stands after a number. English first, then other languages by their English unit. */
const ENGLISH =
  `member membership country city province municipality county town village district region territory state
company enterprise firm manufacturer maker supplier recycler smelter organisation organization institution institute university agency
association ministry authority centre center base plant site facility factory works workshop installation place location station shop store
outlet branch office subsidiary laboratory line furnace kiln unit vehicle car truck ship battery phone computer appliance panel tyre tire
piece set household family resident inhabitant citizen person people participant attendee delegate representative expert specialist
scientist researcher engineer technician speaker student trainee worker employee job staff professional official farmer picker collector visitor
exhibitor guest patent technology project programme program partner customer client user volunteer session paper presentation talk report course
training award winner standard regulation category subcategory group type kind area point bin container home building
island language year month week day hour minute time`
    .split(/\s+/)
    .filter(Boolean)

const IRREGULAR: Record<string, string> = {
  people: 'person',
  persons: 'person',
  staff: 'employee',
  memberships: 'member',
  works: 'plant',
  centers: 'centre',
  organizations: 'organisation',
  programs: 'programme',
  tires: 'tyre',
  jobs: 'job',
  times: 'time',
}

const OTHER: Record<string, string> = {
  países: 'country',
  pays: 'country',
  ciudades: 'city',
  villes: 'city',
  empresas: 'company',
  entreprises: 'enterprise',
  sociétés: 'company',
  personas: 'person',
  personnes: 'person',
  empleados: 'employee',
  trabajadores: 'worker',
  employés: 'employee',
  salariés: 'employee',
  participantes: 'participant',
  expertos: 'expert',
  experts: 'expert',
  miembros: 'member',
  membres: 'member',
  habitantes: 'inhabitant',
  habitants: 'inhabitant',
  hogares: 'household',
  foyers: 'household',
  ménages: 'household',
  plantas: 'plant',
  usines: 'plant',
  sitios: 'site',
  años: 'year',
  ans: 'year',
  meses: 'month',
  días: 'day',
  jours: 'day',
  proyectos: 'project',
  projets: 'project',
  vehículos: 'vehicle',
  véhicules: 'vehicle',
  puestos: 'job',
  emplois: 'job',
  negara: 'country',
  kota: 'city',
  perusahaan: 'company',
  orang: 'person',
  peserta: 'participant',
}

/** Measure words and what they count, from the noun that follows. */
const CHINESE: [string, string][] = [
  ['(?:个|座)?(?:成员(?:单位|城市|国)?)', 'member'],
  ['(?:个|座)?城市', 'city'],
  ['个?(?:国家|国家和地区)', 'country'],
  ['个?(?:省|省份)', 'province'],
  ['(?:家|个)?(?:企业|公司|单位|厂商)', 'enterprise'],
  ['(?:家|座|个)?(?:工厂|厂)', 'plant'],
  ['(?:个|处)?(?:网点|站点|基地|园区|中心)', 'site'],
  ['(?:名|位|个)?(?:专家|学者)', 'expert'],
  ['(?:名|位|个)?(?:代表|嘉宾)', 'representative'],
  ['(?:名|位)?(?:员工|职工)', 'employee'],
  ['(?:余)?(?:户|户家庭|户居民)', 'household'],
  ['(?:名|位|个)?(?:居民)', 'resident'],
  ['(?:个|项)?项目', 'project'],
  ['(?:项|件)?专利', 'patent'],
  ['(?:项|种)?技术', 'technology'],
  ['条?生产线', 'line'],
  ['台(?:套)?|套', 'unit'],
  ['辆', 'vehicle'],
  ['人次?|名|位', 'person'],
  ['家', 'enterprise'],
  ['个月', 'month'],
  ['小时', 'hour'],
  ['年(?!\\d|[初底末前后中代第上下一-龥])', 'year'],
]

function plural(noun: string): string {
  if (noun === 'people' || noun === 'staff' || noun === 'works') return noun
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return `${noun}s`
}

const UNIT_BY_PLURAL = new Map<string, string>()
for (const noun of ENGLISH) UNIT_BY_PLURAL.set(plural(noun), noun)
for (const [word, unit] of [...Object.entries(OTHER), ...Object.entries(IRREGULAR)]) UNIT_BY_PLURAL.set(word, unit)

/** Small words that end a noun phrase: what stands behind them is not what is counted. */
const STOP = new Set(
  `of in to for the and or with by from at on per a an is are was were has have had that which who as than its their this other when while
  y de en et des les la el los du au`.split(/\s+/),
)

const WORD = /[\s\u00a0](\p{L}[\p{L}-]{0,24}(?:['’]\p{L}{1,3})?)(?![\p{L}-])/uy
/** "five-year", "three-day": what a number counts when a hyphen joins them. */
const HYPHENED = /-(year|month|week|day|hour|member|city|country)(?![\p{L}])(?!\s(?:Plan|old))/iuy

/** What a number that ends at `position` counts: a known noun within five words, English singular; `null` for nothing known. */
export function readCountedAt(text: string, position: number): { unit: string; end: number } | null {
  let end = position
  for (let words = 0; words < 5; words++) {
    WORD.lastIndex = end
    const match = WORD.exec(text)
    const word = match?.[1]?.toLowerCase()
    if (!match || !word || STOP.has(word)) break
    end += match[0].length
    const unit = UNIT_BY_PLURAL.get(word)
    if (unit) return { unit, end }
  }
  HYPHENED.lastIndex = position
  const joined = HYPHENED.exec(text)
  if (joined?.[1]) return { unit: joined[1].toLowerCase(), end: position + joined[0].length }
  return readChineseAt(text, position)
}

const HAN = /[\p{Script=Han}]/u
const CHINESE_PATTERNS = CHINESE.map(([source, unit]) => ({ unit, pattern: new RegExp(source, 'uy') }))

function readChineseAt(text: string, position: number): { unit: string; end: number } | null {
  if (!HAN.test(text.charAt(position))) return null
  for (const { unit, pattern } of CHINESE_PATTERNS) {
    pattern.lastIndex = position
    const match = pattern.exec(text)
    if (match) return { unit, end: position + match[0].length }
  }
  return null
}
