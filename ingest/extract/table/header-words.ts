import type { MeaningName } from './column-meaning.ts'

/**
 * Wordings of headers in English, Spanish, German, French and Chinese, parted by `|`. Compared folded, in the singular and in British
 * spelling, so "Waste Streams" and "waste stream" are one. A word stands under one meaning only.
 */
export const HEADER_WORDS: Partial<Record<MeaningName, string>> = {
  name: 'name|nombre|名称|full name|bezeichnung|nom|denominación',
  person:
    'person|speaker|expert|researcher|scientist|delegate|presenter|panellist|panelist|moderator|lecturer|persona|experto|experta|ponente|orador|investigador|专家|姓名|演讲人|演讲者|发言人|报告人|嘉宾|主讲人|referent|sprecher|redner|intervenant|orateur|personne',
  plant:
    'plant|facility|smelter|refinery|recycling plant|production line|plant or facility|plant name|planta|instalación|fábrica|fundición|工厂|设施|厂区|生产线|冶炼厂|项目工厂|werk|anlage|betrieb|standort und anlage|hütte|usine|installation|site de production|fonderie',
  project:
    'project|demonstration project|pilot project|proyecto|proyecto piloto|项目|示范项目|工程|projekt|vorhaben|projet|projet pilote',
  award: 'award|prize|distinction|medal|premio|galardón|奖项|奖励|preis|auszeichnung|prix',
  event:
    'event|conference|forum|seminar|workshop|congress|symposium|summit|evento|conferencia|foro|seminario|congreso|taller|活动|会议|论坛|研讨会|大会|veranstaltung|tagung|konferenz|événement|conférence|atelier|séminaire',
  company:
    'company|enterprise|firm|corporation|manufacturer|recycler|smelting company|company or group|empresa|compañía|sociedad|fabricante|reciclador|recicladora|企业|公司|厂商|厂家|生产企业|回收企业|单位企业|企业单位|firma|unternehmen|gesellschaft|hersteller|betreibergesellschaft|entreprise|société|fabricant|recycleur',
  organisation:
    'organisation|institution|institute|university|association|agency|body|ministry|organización|institución|universidad|asociación|ministerio|组织|机构|单位|院校|协会|organisation oder institution|einrichtung|institut|behörde|verband|organisme|établissement|ministère',
  centre: 'centre|demonstration centre|education centre|information centre|centro|中心|示范中心|教育中心',
  network: 'network|alliance|city network|coalition|red de ciudades|alianza|网络|联盟',
  programme: 'programme|initiative|scheme|programa|iniciativa|计划|倡议|方案',
  technology:
    'technology|process|technique|method|treatment process|recycling process|process route|recycling technology|treatment technology|technology or process|route|tecnología|proceso|método|技术|工艺|处理工艺|技术名称|工艺路线|方法|处理技术|verfahren|technologie|technik|prozess|procédé|technique de traitement|méthode',
  waste:
    'waste|waste stream|waste type|type of waste|waste material|feed|feedstock|feed material|input|input material|raw material|material treated|treated waste|waste treated|stream|residuo|corriente de residuos|tipo de residuo|materia prima|insumo|alimentación|废物|废料|废弃物|废物种类|废物类别|废物类型|固体废物|危险废物|原料|处理对象|处理物料|废物名称|abfall|abfallart|abfallstrom|einsatzstoff|rückstand|déchet|type de déchet|déchet traité|flux de déchet|matière traitée',
  metal:
    'metal|metal recovered|recovered metal|metal produced|product metal|metal product|recovers|metal contained|metales recuperados|metal recuperado|metales|金属|回收金属|回收元素|金属种类|产品金属|metall|gewonnenes metall|metalle|métal|métaux|métal récupéré|métaux récupérés',
  country:
    'country|nation|state party|economy|country or territory|país|国家|国别|所在国|所在国家|国家或地区|land|staat|pays',
  city: 'city|town|municipality|ciudad|municipio|城市|市|所在城市|所在市|stadt|gemeinde|ort|ville|commune',
  location:
    'location|place|venue|site location|headquarter|hq|where|address|seat|based in|ubicación|lugar|sede|localidad|dirección|地点|所在地|地址|位置|总部|所在地区|地区|standort|adresse|lieu|emplacement|siège|localisation',
  operator:
    'operator|operated by|run by|operating company|operador|operadora|运营商|运营单位|运营企业|运营方|实施单位|betreiber|exploitant',
  owner: 'owner|owned by|ownership|propietario|dueño|titular|业主|所有者|业主单位|所有人|eigentümer|propriétaire',
  parent:
    'parent|parent company|group|parent group|mother company|grupo|empresa matriz|matriz|母公司|集团|所属集团|konzern|muttergesellschaft|groupe|société mère',
  supplier:
    'supplier|provider|technology supplier|technology provider|vendor|offered by|licensor|proveedor|oferente|供应商|技术提供方|技术供应商|技术提供单位|提供方|技术持有方|lieferant|anbieter|fournisseur',
  partner:
    'partner|partner company|project partner|cooperation partner|collaborator|socio|aliado|合作伙伴|合作单位|合作方|projektpartner|partenaire',
  organizer:
    'organizer|organiser|host|organised by|hosted by|organizador|anfitrión|主办方|主办单位|承办单位|组织者|veranstalter|organisateur',
  affiliation:
    'affiliation|employer|works for|company or organisation|organisation or company|afiliación|empleador|工作单位|所属单位|所在单位|任职单位|arbeitgeber|employeur|affiliation ou employeur',
  laureate:
    'laureate|winner|awardee|awarded to|recipient|prizewinner|award winner|won by|ganador|galardonado|premiado|获奖者|得奖者|获奖单位|获奖企业|获奖人|获奖项目|获奖城市',
  member: 'member city|member country|member organisation|member company|成员城市|成员单位|会员',
  participant:
    'participating country|participating city|participating organisation|participating company|participante|参与国|参加国|参与单位',
  authority:
    'authority|competent authority|focal point|national focal point|regulator|responsible authority|autoridad|autoridad competente|punto focal|主管部门|主管机关|联络点|主管当局',
  expertise:
    'expertise|speciality|specialty|field of expertise|area of expertise|specialisation|research field|field of work|especialidad|专长|专业领域|研究方向|研究领域|专业',
  capacity:
    'capacity|annual capacity|installed capacity|design capacity|treatment capacity|processing capacity|recycling capacity|production capacity|throughput|yearly capacity|capacidad|capacidad instalada|capacidad anual|产能|处理能力|年处理能力|生产能力|处理规模|设计产能|年产能|规模|处理量|kapazität|jahreskapazität|verarbeitungskapazität|durchsatz|capacité|capacité annuelle|capacité de traitement|capacidad de tratamiento',
  output:
    'output|annual output|production|annual production|producción|producción anual|产量|年产量|jahresproduktion|production annuelle',
  annual_output_value: 'annual output value|output value|产值|年产值',
  investment:
    'investment|total investment|capex|investment cost|project cost|inversión|inversión total|投资|投资额|总投资|总投资额|investition|investitionssumme|investissement|investissement total|montant investi',
  turnover:
    'turnover|revenue|sales|annual revenue|annual turnover|annual sales|facturación|ingresos|营业额|营业收入|销售额|年销售额|umsatz|jahresumsatz|chiffre d affaires',
  employees:
    'employee|number of employees|staff|workforce|headcount|personnel|empleados|trabajadores|员工|员工人数|职工人数|员工数|人员|mitarbeiter|beschäftigte|zahl der mitarbeiter|effectif|salarié|nombre de salariés',
  recovery_rate:
    'recovery rate|recovery|recycling rate|yield|recovery efficiency|tasa de recuperación|tasa de reciclaje|recuperación|回收率|综合回收率|rückgewinnungsrate|ausbeute|recyclingquote|taux de récupération|taux de recyclage|rendement',
  sites: 'number of site|site count|number of plant|number of installation|站点数',
  members: 'member|number of member|membership|number of participant|attendance|miembro|成员|会员数|成员数|参会人数',
  households: 'household|number of household|hogares|户数|居民户数',
  area: 'area|land area|site area|floor area|superficie|área|面积|占地面积',
  population: 'population|inhabitant|población|habitantes|人口|人口数',
  waste_generation:
    'waste generation|waste generated|annual generation|annual waste|amount of waste|generation|generación|generación de residuos|产生量|年产生量|废物产生量',
  founded:
    'founded|founded in|foundation|established|established in|year founded|founding year|year of foundation|year of establishment|incorporated|fundado|fundada|fundación|año de fundación|成立|成立时间|成立年份|创立时间|成立日期|建立时间|gegründet|gründung|gründungsjahr|année de création|date de création|créée en|fondée en',
  date: 'date|event date|opened|opening|opening date|start|start date|start up|commissioned|commissioning|start of operation|in operation since|begun|launch|launch date|fecha|apertura|inicio|fecha de inicio|puesta en marcha|日期|时间|投产时间|开业时间|启动时间|投产日期|举办时间|datum|inbetriebnahme|eröffnung|mise en service|ouverture|date de mise en service',
  year: 'year|year of award|award year|año|年份|年度|年|jahr|année',
  proof: 'proof|proof level|level of proof|evidence level|verification|nivel de prueba|证明等级|验证等级',
  rule: 'rule|requirement|restriction|import rule|export rule|provision|regla|norma aplicable|requisito|restricción|规定|规则|要求|限制',
  code: 'code|waste code|basel code|basel entry|ewc|ewc code|ewc number|european list of waste|european waste catalogue|low code|list of waste|hs code|hs|tariff code|customs code|k code|rcra code|hazardous waste code|código|código ler|código de residuo|代码|编码|废物代码|海关编码|废物编码|abfallschlüssel|avv|avv nummer|code déchet',
  contact:
    'contact|contact person|contact point|contact detail|contact information|email|e mail|telephone|phone|contacto|correo|correo electrónico|teléfono|联系人|联系方式|联系电话|邮箱|电话|kontakt|ansprechpartner|telefon|courriel|téléphone',
  website:
    'website|web|url|web site|homepage|web address|web page|internet|sitio web|página web|网址|网站|官网|主页|webseite|internetseite|site web|site internet',
  description:
    'description|summary|about|profile|descripción|resumen|简介|介绍|说明|描述|beschreibung|zusammenfassung|résumé',
  regulation:
    'regulation|instrument|legal instrument|law|act|directive|decree|ordinance|standard|legislation|convention|ley|norma|reglamento|instrumento|decreto|法规|法律|标准|政策|法律法规|政策法规|文件名称',
  type: 'type|entity type|kind|record type|tipo|类型|类别',
  role: 'role|position|job title|function|post|designation|cargo|puesto|función|rol|职务|职位|职称|角色|岗位|funktion|fonction|poste',
  talk: 'talk|title of talk|talk title|presentation|presentation title|title of presentation|topic|topic of talk|lecture|speech|título de la ponencia|ponencia|tema|演讲题目|报告题目|题目|演讲主题|主题',
  category: 'category|award category|prize category|categoría|奖项类别',
  status:
    'status|stage|phase|state of work|project status|operating status|estado|etapa|fase|状态|阶段|项目状态|运营状态',
  since:
    'since|in force since|in force|entry into force|effective|effective date|effective from|date of entry into force|valid from|vigente desde|en vigor desde|entrada en vigor|生效时间|生效日期|实施日期|施行日期',
  'as of':
    'as of|last checked|checked|date checked|last update|updated|as at|reviewed|actualizado|截至|更新时间|核查日期',
}

/** Words that change nothing about what a header means. Folded. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  `the a of in by name main principal key major annual yearly total installed nominal current official full short per year
  nombre de la el los las del principal anual total der die das des le les du pro par jahr an`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words that make a column speak of plans. Folded. */
export const PLAN_WORDS: ReadonlySet<string> = new Set(
  'planned future expected projected proposed target planificada planificado prevista previsto geplant geplante prévu prévue'.split(
    ' ',
  ),
)

/** Headers of price lists and league tables: beside one of these a company is a seller and a country a team. Folded. */
export const FOREIGN_WORDS: readonly string[] =
  `price|unit price|list price|market price|price per unit|cost per unit|sku|stock|precio|precio unitario|价格|单价|售价|player|team|club|point|goal|win|won|loss|lost|draw|match|score|medal|gold|silver|bronze|equipo|jugador|puntos|goles|球队|球员|积分|得分|进球`.split(
    '|',
  )

/** Chinese words before and after a header's noun that change nothing; longest first. */
export const CHINESE_FILLER = { before: ['主要', '所属', '项目'], after: ['名称', '名字', '名', '信息'] } as const
export const CHINESE_PLAN = ['规划', '计划', '拟建', '预计'] as const
