/** First-level divisions, folded, by country. They place a city, and are not cities themselves. */
const REGIONS: Record<string, string> = {
  US: `alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|
    kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|
    new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|
    texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming`,
  CA: 'ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland|newfoundland and labrador|yukon',
  AU: 'new south wales|victoria|queensland|western australia|south australia|tasmania|northern territory',
  CN: `anhui|fujian|gansu|guangdong|guangxi|guizhou|hainan|hebei|heilongjiang|henan|hubei|hunan|inner mongolia|jiangsu|jiangxi|jilin|
    liaoning|ningxia|qinghai|shaanxi|shandong|shanxi|sichuan|tibet|xinjiang|yunnan|zhejiang`,
  IN: `andhra pradesh|assam|bihar|chhattisgarh|goa|gujarat|haryana|himachal pradesh|jharkhand|karnataka|kerala|madhya pradesh|maharashtra|odisha|
    punjab|rajasthan|tamil nadu|telangana|uttar pradesh|uttarakhand|west bengal`,
  DE: `bavaria|baden wurttemberg|hesse|saxony|lower saxony|thuringia|brandenburg|north rhine westphalia|schleswig holstein|rhineland palatinate|saarland`,
  JP: 'hokkaido|akita prefecture|ehime|kagawa|kochi prefecture|tokushima prefecture|okayama prefecture|hyogo|aichi|kanagawa|ibaraki|saitama|tochigi|gunma',
  ID: `west java|central java|east java|java|sumatra|north sumatra|south sumatra|sulawesi|central sulawesi|south sulawesi|southeast sulawesi|north maluku|kalimantan|
    banten|papua|bali`,
  ES: 'andalusia|catalonia|basque country|galicia|asturias|cantabria|murcia|extremadura|navarre',
  FR: 'normandy|brittany|occitanie|hauts de france|grand est|provence',
  BR: 'minas gerais|rio grande do sul|parana|bahia|santa catarina',
  KR: 'gyeongsangbuk do|gyeonggi|chungcheong|jeolla|north gyeongsang|south gyeongsang|north jeolla',
  GB: 'england|scotland|wales|northern ireland',
  TR: 'anatolia',
  MY: 'selangor|johor|penang|perak|sabah|sarawak|pahang|kedah|negeri sembilan',
  VN: 'bac ninh province|binh duong|dong nai|hai duong',
  TH: 'chonburi province|rayong province',
}

const countryOf = new Map<string, string>()
for (const [country, names] of Object.entries(REGIONS)) {
  for (const name of names.split('|')) countryOf.set(name.trim().replace(/\s+/g, ' '), country)
}

/** ISO 3166-1 alpha-2 of the country a division is of, by its folded name. */
export function regionCountry(folded: string): string | undefined {
  return countryOf.get(folded)
}

/** Two-letter codes of states as addresses write them after a city: "Dayton, OH". Upper case only. */
export const US_STATE_CODES: ReadonlySet<string> = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'.split(
    ' ',
  ),
)

export const PROVINCES_ZH: readonly string[] =
  '河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆'.split(
    ' ',
  )
