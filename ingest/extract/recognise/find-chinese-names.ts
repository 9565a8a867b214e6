import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { findCountry } from '../../../graph/values/country.ts'
import type { Sentence } from '../../segment/sentence.ts'
import type { Candidate } from './candidate.ts'
import { SURNAMES_ZH } from './words/chinese-names.ts'
import { PROVINCES_ZH } from './words/regions.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Endings of names in Chinese, longest first, with the type they give. */
const ENDINGS: readonly (readonly [string, EntityType])[] = [
  ['股份有限公司', 'Enterprise'],
  ['有限责任公司', 'Enterprise'],
  ['集团有限公司', 'Enterprise'],
  ['有限公司', 'Enterprise'],
  ['集团公司', 'Enterprise'],
  ['公司', 'Enterprise'],
  ['集团', 'Enterprise'],
  ['人民政府', 'Organization'],
  ['生态环境部', 'Organization'],
  ['生态环境厅', 'Organization'],
  ['生态环境局', 'Organization'],
  ['委员会', 'Organization'],
  ['研究院', 'Organization'],
  ['研究所', 'Organization'],
  ['研究中心', 'Organization'],
  ['中心', 'Organization'],
  ['协会', 'Organization'],
  ['学会', 'Organization'],
  ['商会', 'Organization'],
  ['大学', 'Organization'],
  ['学院', 'Organization'],
  ['环境部', 'Organization'],
  ['工业和信息化部', 'Organization'],
  ['工业部', 'Organization'],
  ['自然资源部', 'Organization'],
  ['科技部', 'Organization'],
  ['农业部', 'Organization'],
  ['能源部', 'Organization'],
  ['卫生部', 'Organization'],
  ['管理局', 'Organization'],
  ['环境局', 'Organization'],
  ['环保局', 'Organization'],
  ['环境总局', 'Organization'],
  ['环境署', 'Organization'],
  ['开发署', 'Organization'],
  ['交通部', 'Organization'],
  ['财政部', 'Organization'],
  ['商务部', 'Organization'],
  ['发展和改革委员会', 'Organization'],
  ['秘书处', 'Organization'],
  ['联盟', 'Network'],
  ['网络', 'Network'],
  ['论坛', 'Event'],
  ['研讨会', 'Event'],
  ['大会', 'Event'],
  ['会议', 'Event'],
  ['博览会', 'Event'],
  ['培训班', 'Event'],
  ['研修班', 'Event'],
  ['座谈会', 'Event'],
  ['交流会', 'Event'],
  ['推介会', 'Event'],
  ['展览会', 'Event'],
  ['峰会', 'Event'],
  ['年会', 'Event'],
  ['倡议', 'Programme'],
  ['计划', 'Programme'],
  ['示范项目', 'Project'],
  ['工程', 'Project'],
  ['项目', 'Project'],
  ['示范基地', 'Facility'],
  ['产业园', 'Facility'],
  ['工业园', 'Facility'],
  ['冶炼厂', 'Facility'],
  ['工厂', 'Facility'],
  ['基地', 'Facility'],
  ['奖', 'Award'],
]
/** Words at which a name cannot begin further left. */
const STOPS = new Set(
  '项目 得到 公司 企业 支持下 属 其中 之一 并 由于 该公司 本次 此次 本届 这次 的 在 由 与 和 及 以及 是 为 将 对 向 从 到 于 被 把 让 给 等 了 并 而 或 但 该 本 这 那 其 此 各 多 家 个 名 位 次 来自 包括 根据 按照 通过 关于 有关 举办 主办 承办 协办 组织 召开 参加 出席 邀请 支持 成立 建立 建设 建成 投资 签署 合作 联合 共同 介绍 表示 指出 认为 开展 推动 促进 实施 启动 宣布 发布 获得 授予 担任 任 时任 参观 访问 考察 位于 隶属 属于 使用 采用 生产 运营 经营 收购 拥有 负责 委托 同时 此外 目前 现在 今年 去年 日 月 年 会上 期间 一家 一个 首届 原 总部 以 请 指导 下 上 中 后 前'.split(
    ' ',
  ),
)
const ROLE_ZH =
  '总工程师|董事长|总经理|副总经理|总裁|副总裁|首席执行官|主任|副主任|执行主任|处长|副处长|司长|副司长|部长|副部长|厅长|副厅长|局长|副局长|院长|副院长|所长|副所长|校长|会长|副会长|秘书长|副秘书长|教授|副教授|研究员|副研究员|高级工程师|工程师|专家|博士|市长|副市长|省长|书记|创始人|负责人|代表|主席|副主席'
const AFTER_ROLE = new RegExp(`(?<role>${ROLE_ZH})(?<after>\\p{sc=Han}{2,4})`, 'gu')
const BEFORE_TITLE = /(?<before>\p{sc=Han}{2,3})(?<title>博士|教授|先生|女士|院士|主任|部长|司长|市长|董事长|总经理)/gu
const SPEECH_ZH =
  /^(?:表示|指出|介绍|认为|说|主持|作|做|发表|在|出席|参加|致辞|强调|分享|讲解|讲授|解读|回顾|汇报|总结|发言|展示|报告|透露|告诉|阐述|围绕|率|带队|代表|应邀|讲话|宣布|、|，|。|和|与|等|$)/u
const LONGEST = 30

/** Bodies, companies, events and people in Chinese text, by their endings, titles and surnames. */
export function findChineseNames({ tokens, start, end }: Sentence, text: string): Candidate[] {
  if (!tokens.some(({ shape }) => shape === 'letter')) return []
  const part = text.slice(start, end)
  const starts = new Map(tokens.map((token, index) => [token.start, index]))
  const ends = new Map(tokens.map((token, index) => [token.end, index]))
  const found: Candidate[] = []
  const add = (from: number, to: number, type: EntityType, rule: string, score: number): void => {
    const first = starts.get(start + from)
    const last = ends.get(start + to)
    if (first === undefined || last === undefined) return
    found.push({ start: start + from, end: start + to, first, last, type, name: part.slice(from, to), rule, score })
  }
  const words = [...segmenter.segment(part)]
  for (const [from, to, type] of findEndings(part)) {
    const first = startOfName(part, words, from, to)
    if (to - first - (to - from) < 2) continue
    add(first, to, type, `chinese-${type.toLowerCase()}`, 0.85)
  }
  for (const pattern of [AFTER_ROLE, BEFORE_TITLE])
    for (const match of part.matchAll(pattern)) addPerson(part, match, add)
  return found
}

function* findEndings(part: string): Generator<readonly [number, number, EntityType]> {
  const taken = new Uint8Array(part.length)
  for (const [ending, type] of ENDINGS) {
    for (let at = part.indexOf(ending); at >= 0; at = part.indexOf(ending, at + 1)) {
      if (taken[at] === 1) continue
      // A longer name goes on: "公司" in "公司化", "大学" in "大学生", "大会" in "大会堂".
      if (/^[生化堂员章程法者师]/u.test(part.slice(at + ending.length))) continue
      taken.fill(1, at, at + ending.length)
      yield [at, at + ending.length, type]
    }
  }
}

/** Walks left word by word to the nearest word that cannot be inside a name. */
function startOfName(part: string, words: readonly Intl.SegmentData[], from: number, to: number): number {
  const joins = /[部厅局委]/u.test(part.charAt(to - 1))
  let first = from
  let index = words.findIndex(({ index: at, segment }) => at <= from && from < at + segment.length)
  const own = words[index]
  if (own && own.index < from) first = own.index
  for (index -= 1; index >= 0; index -= 1) {
    const word = words[index]
    if (!word || from - word.index > LONGEST) break
    if (STOPS.has(word.segment) && !(joins && (word.segment === '与' || word.segment === '和'))) break
    // A country behind "and" opens a name of its own: the body before it is another one.
    if (/^[与和及]$/u.test(word.segment) && findCountry(words[index + 1]?.segment ?? '') !== null) break
    if (!word.isWordLike && !/^[（）()“”"·-]$/u.test(word.segment)) break
    if (/^[（(]/u.test(word.segment) && !/[）)]/u.test(part.slice(word.index, from))) break
    first = word.index
  }
  // "第五届…论坛": an edition opens the name.
  const edition = /第[一二三四五六七八九十百\d]{1,4}届[^，。；、：]{0,28}$/u.exec(part.slice(0, from))
  if (edition) first = edition.index
  while (first < from && /^[“”"）)（(]/u.test(part.charAt(first))) first += 1
  return first
}

function addPerson(
  part: string,
  match: RegExpMatchArray,
  add: (from: number, to: number, type: EntityType, rule: string, score: number) => void,
): void {
  const { role, after, before } = match.groups ?? {}
  const at = match.index ?? 0
  if (role && after) {
    const from = at + role.length
    for (const length of [3, 2]) {
      const name = after.slice(0, length)
      if (
        name.length === length &&
        SURNAMES_ZH.has(name.charAt(0)) &&
        SPEECH_ZH.test(part.slice(from + length)) &&
        !PROVINCES_ZH.includes(name)
      ) {
        add(from, from + length, 'Person', 'chinese-person-role', 0.9)
        return
      }
    }
  } else if (before) {
    const name = SURNAMES_ZH.has(before.charAt(0)) ? before : before.slice(1)
    if (name.length >= 2 && SURNAMES_ZH.has(name.charAt(0)))
      add(at + before.length - name.length, at + before.length, 'Person', 'chinese-person-title', 0.8)
  }
}
