import type { EntityType } from '../../../graph/ontology/ontology.ts'

/**
 * Words by which people ask for a kind of thing, by language. Singular where the language has it (plurals are folded);
 * in scripts without spaces the words are found inside a run. A word may stand for several types.
 */
const TYPE_WORDS: Record<string, Partial<Record<EntityType, string[]>>> = {
  en: {
    Enterprise: [
      'company',
      'firm',
      'enterprise',
      'business',
      'corporation',
      'recycler',
      'producer',
      'manufacturer',
      'operator',
      'supplier',
      'vendor',
    ],
    Facility: ['plant', 'facility', 'works', 'smelter', 'refinery', 'site', 'installation', 'factory'],
    Person: ['expert', 'specialist', 'speaker', 'person', 'people', 'consultant', 'scientist', 'talent'],
    Technology: ['technology', 'process', 'technique', 'method', 'equipment', 'furnace', 'treatment method'],
    Project: ['project', 'demonstration project', 'pilot'],
    Programme: ['programme', 'initiative'],
    Network: ['network', 'alliance', 'working group'],
    Event: [
      'event',
      'conference',
      'forum',
      'seminar',
      'workshop',
      'meeting',
      'congress',
      'symposium',
      'summit',
      'webinar',
    ],
    Award: ['award', 'prize', 'laureate'],
    Regulation: ['regulation', 'law', 'legislation', 'directive', 'convention', 'rule', 'decree', 'standard'],
    Organization: [
      'organisation',
      'ministry',
      'agency',
      'authority',
      'university',
      'institute',
      'association',
      'regional centre',
    ],
    City: ['city', 'town', 'municipality'],
    Country: ['country'],
    Document: ['document', 'report', 'newsletter', 'article'],
    Metal: ['metal'],
    WasteStream: ['waste stream'],
  },
  zh: {
    Enterprise: ['企业', '公司', '厂商', '厂家', '供应商', '生产商'],
    Facility: ['工厂', '设施', '冶炼厂', '生产线', '处理厂', '回收厂'],
    Person: ['专家', '人才', '学者'],
    Technology: ['技术', '工艺', '设备', '方法'],
    Project: ['项目', '示范项目', '示范工程'],
    Programme: ['计划', '倡议'],
    Network: ['网络', '联盟'],
    Event: ['会议', '论坛', '研讨会', '大会', '培训班'],
    Award: ['奖', '奖项'],
    Regulation: ['法规', '法律', '规定', '政策', '公约', '标准', '条例'],
    Organization: ['机构', '组织', '协会', '大学', '研究院', '研究所'],
    City: ['城市'],
    Country: ['国家'],
    Document: ['文件', '报告', '文献'],
  },
  es: {
    Enterprise: ['empresa', 'compania', 'reciclador', 'fabricante'],
    Facility: ['planta', 'instalacion', 'fundicion', 'fabrica'],
    Person: ['experto', 'especialista'],
    Technology: ['tecnologia', 'proceso', 'metodo'],
    Project: ['proyecto'],
    Event: ['conferencia', 'seminario', 'taller', 'foro', 'reunion'],
    Award: ['premio'],
    Regulation: ['ley', 'reglamento', 'normativa', 'convenio'],
    Organization: ['ministerio', 'universidad', 'asociacion'],
    City: ['ciudad'],
  },
  fr: {
    Enterprise: ['entreprise', 'societe', 'recycleur', 'fabricant'],
    Facility: ['usine', 'installation', 'fonderie'],
    Person: ['expert', 'specialiste'],
    Technology: ['technologie', 'procede', 'methode'],
    Project: ['projet'],
    Event: ['conference', 'seminaire', 'atelier', 'forum', 'reunion'],
    Award: ['prix'],
    Regulation: ['loi', 'reglement', 'convention'],
    Organization: ['ministere', 'universite', 'association'],
    City: ['ville'],
  },
  id: {
    Enterprise: ['perusahaan', 'pabrikan'],
    Facility: ['pabrik', 'fasilitas'],
    Person: ['ahli', 'pakar'],
    Technology: ['teknologi', 'proses'],
    Project: ['proyek'],
    Event: ['konferensi', 'lokakarya', 'pertemuan'],
    Award: ['penghargaan'],
    Regulation: ['peraturan', 'undang undang'],
    Organization: ['kementerian', 'universitas', 'asosiasi'],
    City: ['kota'],
  },
  vi: {
    Enterprise: ['công ty', 'doanh nghiệp'],
    Facility: ['nhà máy', 'cơ sở'],
    Person: ['chuyên gia'],
    Technology: ['công nghệ', 'quy trình'],
    Project: ['dự án'],
    Event: ['hội nghị', 'hội thảo'],
    Award: ['giải thưởng'],
    Regulation: ['quy định', 'luật'],
    City: ['thành phố'],
  },
  th: {
    Enterprise: ['บริษัท', 'ผู้ประกอบการ'],
    Facility: ['โรงงาน'],
    Person: ['ผู้เชี่ยวชาญ'],
    Technology: ['เทคโนโลยี'],
    Project: ['โครงการ'],
    Event: ['ประชุม', 'สัมมนา'],
    Regulation: ['กฎหมาย', 'ระเบียบ'],
  },
  ru: {
    Enterprise: ['компания', 'компании', 'предприятие', 'предприятия'],
    Facility: ['завод', 'заводы'],
    Person: ['эксперт', 'эксперты'],
    Technology: ['технология', 'технологии'],
    Project: ['проект', 'проекты'],
  },
  ja: {
    Enterprise: ['企業', '会社', 'メーカー'],
    Facility: ['工場', '施設'],
    Person: ['専門家'],
    Technology: ['技術'],
    Project: ['プロジェクト'],
  },
  ko: {
    Enterprise: ['기업', '회사', '업체'],
    Facility: ['공장', '시설'],
    Person: ['전문가'],
    Technology: ['기술'],
    Project: ['프로젝트'],
  },
}

/** What people are: asks for a person, and says which, so that the words count as well. */
const ROLE_WORDS = [
  ...[
    'professor',
    'minister',
    'director',
    'chief executive',
    'chief executive officer',
    'ceo',
    'president',
    'chairman',
  ],
  ...['chairwoman', 'chairperson', 'managing director', 'general manager', 'founder', 'mayor', 'secretary general'],
  ...['教授', '部长', '主任', '董事长', '总经理', '总裁', '市长', '秘书长', '创始人'],
  ...['ministro', 'ministra', 'presidente', 'alcalde', 'ministre', 'maire', 'menteri', 'direktur', 'walikota'],
]

export interface TypeWord {
  word: string
  type: EntityType
  /** Set where the word says something of the thing besides its type. */
  role?: true
}

/** Every word with the type it asks for. */
export function listTypeWords(): TypeWord[] {
  const words = Object.values(TYPE_WORDS).flatMap((byType) =>
    Object.entries(byType).flatMap(([type, list]) => list.map((word) => ({ word, type: type as EntityType }))),
  )
  return [...words, ...ROLE_WORDS.map((word): TypeWord => ({ word, type: 'Person', role: true }))]
}
