import type { EntityType, PredicateName } from '../../../graph/ontology/ontology.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { Claim, DocumentSense } from './claim.ts'

interface ChineseFrame {
  rule: string
  predicate: PredicateName
  verb: RegExp
  subject: readonly EntityType[]
  object: readonly EntityType[]
  /** The subject stands behind the verb and the object before it ("论坛由A主办" has both before). */
  objectBefore?: true
  score: number
}

const ACTORS: readonly EntityType[] = ['Enterprise', 'Organization']
const DOERS: readonly EntityType[] = ['Enterprise', 'Facility', 'Technology']
const FRAMES: readonly ChineseFrame[] = [
  {
    rule: 'zh-located',
    predicate: 'LOCATED_IN',
    verb: /位于|坐落于|总部设在|总部位于|设在/gu,
    subject: ['Enterprise', 'Organization', 'Facility', 'Project'],
    object: ['City', 'Country'],
    score: 0.92,
  },
  {
    rule: 'zh-treats',
    predicate: 'TREATS',
    verb: /处理|回收利用|回收|处置|利用|拆解|冶炼|再生/gu,
    subject: DOERS,
    object: ['WasteStream'],
    score: 0.8,
  },
  {
    rule: 'zh-recovers',
    predicate: 'RECOVERS',
    verb: /回收|提取|生产|提炼|得到|产出/gu,
    subject: DOERS,
    object: ['Metal'],
    score: 0.78,
  },
  {
    rule: 'zh-offers',
    predicate: 'OFFERS',
    verb: /采用|使用|运用|应用|开发|研发|拥有|引进/gu,
    subject: ACTORS,
    object: ['Technology'],
    score: 0.82,
  },
  {
    rule: 'zh-held-in',
    predicate: 'HELD_IN',
    verb: /在|于/gu,
    subject: ['Event'],
    object: ['City', 'Country'],
    score: 0.82,
  },
  {
    rule: 'zh-organised',
    predicate: 'ORGANIZED',
    verb: /主办|承办|协办|举办|组织/gu,
    subject: ['Organization', 'Enterprise', 'Network'],
    object: ['Event'],
    objectBefore: true,
    score: 0.88,
  },
  {
    rule: 'zh-operates',
    predicate: 'OPERATES',
    verb: /建成|运营|建设|拥有|投资建设|经营/gu,
    subject: ACTORS,
    object: ['Facility', 'Project'],
    score: 0.8,
  },
  { rule: 'zh-partners', predicate: 'PARTNER_OF', verb: /与|和/gu, subject: ACTORS, object: ACTORS, score: 0.8 },
]
const COOPERATION = /合作|签署|签订|共建|联合/u
const HELD = /举行|召开|举办|开幕/u
const SPEAKS = /致辞|讲解|讲授|解读|分享|汇报|作了|作题为|做了|发言|介绍|报告|主持|发表|演讲|表示|指出/u
const HAN = /\p{sc=Han}/u

/** Relations in Chinese sentences: verbs between places, roles right before names. */
export function* relateChinese(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  const { start, end } = read.sentence
  const part = sense.text.slice(start, end)
  if (!HAN.test(part)) return
  for (const frame of FRAMES) yield* readFrame(read, part, frame, sense)
  yield* roles(read, part, sense)
  yield* speakers(read, part, sense)
  yield* recoveryRates(read, part, sense)
}

/** "镍、钴回收率": the metals whose recovery is measured are recovered. */
function* recoveryRates(read: ResolvedSentence, part: string, sense: DocumentSense): Generator<Claim> {
  const { start, end } = read.sentence
  const metals = read.places.filter(({ type }) => type === 'Metal')
  const doer = read.places.find(({ type }) => type === 'Enterprise')?.key ?? sense.company
  if (doer === undefined) return
  for (const [index, metal] of metals.entries()) {
    const following = metals[index + 1]
    const tail = part.slice(metal.end - start)
    const listed =
      following !== undefined &&
      /^[、和及与]$/u.test(part.slice(metal.end - start, following.start - start)) &&
      /^.{0,12}回收率/u.test(tail)
    if (listed || /^(?:的)?(?:综合)?回收率/u.test(tail))
      yield {
        subject: doer,
        predicate: 'RECOVERS',
        object: metal.key,
        modality: 'asserted',
        score: 0.85,
        rule: 'zh-recovery-rate',
        evidence: { start, end },
      }
  }
}

function* readFrame(read: ResolvedSentence, part: string, frame: ChineseFrame, sense: DocumentSense): Generator<Claim> {
  const { start, end } = read.sentence
  if (frame.predicate === 'HELD_IN' && !HELD.test(part)) return
  if (frame.predicate === 'PARTNER_OF' && !COOPERATION.test(part)) return
  for (const match of part.matchAll(frame.verb)) {
    const at = start + match.index
    // "回转窑处理粉尘": the name of a process may end in the verb.
    const covered = read.places.some(
      (place) =>
        place.start <= at && place.end > at && !(place.type === 'Technology' && place.end === at + match[0].length),
    )
    if (covered) continue
    const stop = endOfClause(part, match.index) + start
    const negated = /[不未没无]$/u.test(part.slice(0, match.index))
    const before = read.places.filter(
      (place) => frame.subject.includes(place.type) && place.end <= at && !place.adjective,
    )
    const spoken = read.places.some(({ type }) => type === 'Person')
    const subject = frame.objectBefore
      ? before.at(-1)
      : (before.at(-1) ?? (spoken ? undefined : topicPlace(sense, frame.subject)))
    const objects = frame.objectBefore
      ? eventOf(read, sense, at)
      : runOf(
          read,
          part,
          start,
          read.places.filter(
            (place) =>
              frame.object.includes(place.type) &&
              place.start >= at + match[0].length &&
              place.start < stop &&
              !place.adjective,
          ),
        )
    if (!subject) continue
    // "公司采用回转窑处理粉尘": both the company and its process treat.
    const both =
      frame.predicate === 'TREATS' || frame.predicate === 'RECOVERS'
        ? before
            .filter((place) => place.type === 'Enterprise')
            .slice(-1)
            .map(({ key }) => key)
        : []
    const subjects = frame.objectBefore ? runBefore(read, part, start, before) : [...new Set([subject.key, ...both])]
    for (const one of subjects) {
      for (const object of objects) {
        if (one !== object)
          yield {
            subject: one,
            predicate: frame.predicate,
            object,
            modality: negated ? 'negated' : 'asserted',
            score: frame.score,
            rule: frame.rule,
            evidence: { start, end },
          }
      }
    }
  }
}

function endOfClause(part: string, from: number): number {
  const stop = part.slice(from).search(/[，；。]/u)
  return stop < 0 ? part.length : from + stop
}

function topicPlace({ topic, typeOf }: DocumentSense, types: readonly EntityType[]): { key: string } | undefined {
  return topic !== undefined && types.includes(typeOf(topic) ?? 'Document') ? { key: topic } : undefined
}

/** The first object and those joined to it by "、", "和" or "及". */
function runOf(_read: ResolvedSentence, part: string, start: number, places: readonly Place[]): string[] {
  const keys: string[] = []
  let last: Place | undefined
  for (const place of places) {
    if (last && !/^[、和及与以]+$/u.test(part.slice(last.end - start, place.start - start))) break
    keys.push(place.key)
    last = place
  }
  return keys
}

function runBefore(_read: ResolvedSentence, part: string, start: number, places: readonly Place[]): string[] {
  const keys: string[] = []
  let next: Place | undefined
  for (const place of [...places].reverse()) {
    if (next && !/^[、和及与以]+$/u.test(part.slice(place.end - start, next.start - start))) break
    keys.unshift(place.key)
    next = place
  }
  return keys
}

/** The event a body organised: named in the sentence, else the one the document reports. */
function eventOf(read: ResolvedSentence, { event }: DocumentSense, at: number): string[] {
  const named = read.places.filter(({ type }) => type === 'Event')
  const key = (named.filter((place) => place.end <= at).at(-1) ?? named[0])?.key ?? event
  return key === undefined ? [] : [key]
}

const ROLE =
  /^(?:\p{sc=Han}{1,8}[司处局厅室院系])?(?:的|原|副|执行)*(?:总工程师|董事长|总经理|副总经理|总裁|副总裁|首席执行官|主任|副主任|处长|司长|副司长|部长|副部长|厅长|副厅长|局长|副局长|院长|副院长|所长|校长|会长|副会长|秘书长|副秘书长|教授|副教授|研究员|副研究员|高级工程师|工程师|专家|市长|创始人|负责人|代表|主席)$/u

/** "…公司董事长周丽", "公司总经理李文斌": the role stands between the body and the name. */
function* roles(read: ResolvedSentence, part: string, sense: DocumentSense): Generator<Claim> {
  const { start, end } = read.sentence
  for (const person of read.places) {
    if (person.type !== 'Person') continue
    const body = read.places.filter((place) => ACTORS.includes(place.type) && place.end <= person.start).at(-1)
    const between = body ? part.slice(body.end - start, person.start - start) : ''
    if (body && ROLE.test(between)) {
      yield {
        subject: person.key,
        predicate: 'AFFILIATED_WITH',
        object: body.key,
        qualifiers: { role: between.replace(/^的/u, '') },
        modality: 'asserted',
        score: 0.92,
        rule: 'zh-role',
        evidence: { start, end },
      }
      continue
    }
    const own = /(?:公司|企业|集团)(\p{sc=Han}{2,8})$/u.exec(part.slice(0, person.start - start))?.[1]
    const topic = topicPlace(sense, ['Enterprise'])
    if (own && ROLE.test(own) && topic)
      yield {
        subject: person.key,
        predicate: 'AFFILIATED_WITH',
        object: topic.key,
        qualifiers: { role: own },
        modality: 'asserted',
        score: 0.85,
        rule: 'zh-role-of-topic',
        evidence: { start, end },
      }
  }
}

function* speakers(read: ResolvedSentence, part: string, { event }: DocumentSense): Generator<Claim> {
  const { start, end } = read.sentence
  const named = read.places.find(({ type }) => type === 'Event')?.key ?? event
  if (named === undefined) return
  for (const person of read.places) {
    if (person.type !== 'Person') continue
    const after = part.slice(person.end - start, person.end - start + 24)
    if (SPEAKS.test(after))
      yield {
        subject: person.key,
        predicate: 'SPOKE_AT',
        object: named,
        modality: 'asserted',
        score: 0.8,
        rule: 'zh-speaks',
        evidence: { start, end },
      }
  }
}
