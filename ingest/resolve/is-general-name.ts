import type { EntityType } from '../../graph/ontology/ontology.ts'
import { foldName } from '../../graph/values/fold-name.ts'
import { organisationKey } from '../../graph/values/organisation-name.ts'
import { stemWord } from '../extract/recognise/stem-word.ts'
import { COMPANY_HEADS, COMPANY_NOUNS, headType } from '../extract/recognise/words/name-heads.ts'
import { WORLD_BODIES } from '../extract/recognise/words/world-bodies.ts'

/** Types of which each country, city or firm has its own under the same general name. */
const REPEATED: ReadonlySet<EntityType> = new Set([
  'Organization',
  'Enterprise',
  'Facility',
  'Network',
  'Programme',
  'Project',
  'Event',
  'Award',
  'Regulation',
])

/** What ministries, acts, programmes and plants are called after anywhere, beside the head nouns. Stems. */
const SUBJECTS: ReadonlySet<string> = new Set(
  `a an and de del do e for in la le of on or the to und y der die el los las des du
  agriculture air clean climate change chemical civil commerce consumer conservation construction control customs development
  disposal ecology economic economy education emission end electricity electrical electronic environment environmental
  export finance fishery food foreign forest forestry general green hazardous health housing import industrial industry
  information infrastructure innovation interior internal investment investments justice labour land life living local
  main management marine mine mineral modern nature natural nuclear packaging planning plastic pollution power
  prevention product production promotion protection public quality reduction regional research resource responsibility
  revenue rural safety sanitation science scientific security sector small social solid special standard standardisation state statistic
  sustainability sustainable tax technical tourism town trade transport transportation treatment urban utility vehicle
  waste wastes water welfare wildlife work zero new old first second third north south east west northern southern eastern western central
  national federal royal provincial municipal country city metropolitan joint
  battery car cell circular disassembly dismantling e extended weee end-of-life lead lithium-ion ion producer product raw reuse recycle recyclable
  recyclables recycled refined scrap secondary shredding slag smelting sorting steel tyre used
  medio ambiente ambiental economia energia industria comercio salud trabajo recurso naturales agua residuo
  environnement ecologie industrie economie sante travail umwelt wirtschaft`
    .split(/\s+/)
    .map(stemWord),
)

/** Whoever calls itself so is one of a kind, unlike a firm that only sounds large. */
const WORLDWIDE = /\b(?:international|world|global|united nations|european|asian|african|asean)\b/

/** Chinese offices and laws: what is left besides these tells one from another. */
const CHINESE_GENERAL =
  /生态|环境|保护|自然|资源|工业|信息化|和|发展|改革|科学|技术|科技|商务|国家|中央|固体|废物|废弃物|污染|防治|管理|循环|经济|促进|再生|利用|有限|公司|工厂|厂|部|局|厅|委员会|委|办公室|中心|协会|法|条例|办法|规定|项目|计划|会议|论坛/gu

const worldBodies = new Set(WORLD_BODIES.flatMap(([, ...names]) => names.map(foldName)))

/**
 * Whether a name is made only of words that anybody's ministry, act, programme, firm or plant bears, "Ministry of
 * Environment", "Recycling Plant", so that it says what a thing is but not which.
 */
export function isGeneralName(type: EntityType, name: string): boolean {
  if (!REPEATED.has(type)) return false
  const folded = type === 'Enterprise' ? organisationKey(name) : foldName(name)
  if (worldBodies.has(foldName(name))) return false
  if (type !== 'Enterprise' && type !== 'Event' && type !== 'Facility' && WORLDWIDE.test(folded)) return false
  return folded.split(' ').every((word) => isGeneralWord(word))
}

function isGeneralWord(word: string): boolean {
  if (/^\d+$/.test(word)) return true
  if (/\p{Script=Han}/u.test(word)) return word.replace(CHINESE_GENERAL, '') === ''
  const stem = stemWord(word)
  return SUBJECTS.has(stem) || headType(stem) !== undefined || COMPANY_HEADS.has(stem) || COMPANY_NOUNS.has(stem)
}
