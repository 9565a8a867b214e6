/** Month names as they open or fill a date, folded to lower case, by number. English, Spanish, French, Indonesian, German, Portuguese, Russian, Thai. */
const NAMES: readonly string[] = [
  'january|jan|enero|janvier|januari|januar|janeiro|ene|janv|январь|января|มกราคม',
  'february|feb|febrero|février|fevrier|februari|februar|fevereiro|févr|fevr|февраль|февраля|กุมภาพันธ์',
  'march|mar|marzo|mars|maret|märz|março|март|марта|มีนาคม',
  'april|apr|abril|avril|abr|avr|апрель|апреля|เมษายน',
  'may|mayo|mai|mei|maio|май|мая|พฤษภาคม',
  'june|jun|junio|juin|juni|junho|июнь|июня|มิถุนายน',
  'july|jul|julio|juillet|juli|julho|juil|июль|июля|กรกฎาคม',
  'august|aug|agosto|août|aout|agustus|ago|август|августа|สิงหาคม',
  'september|sept|sep|septiembre|setiembre|septembre|setembro|сентябрь|сентября|กันยายน',
  'october|oct|octubre|octobre|oktober|okt|outubro|октябрь|октября|ตุลาคม',
  'november|nov|noviembre|novembre|novembro|ноябрь|ноября|พฤศจิกายน',
  'december|dec|diciembre|décembre|decembre|desember|dezember|dezembro|dic|déc|des|декабрь|декабря|ธันวาคม',
]

const MONTHS = new Map(NAMES.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)))

/** 1–12, or `undefined` for a word that is no month. */
export function readMonth(word: string): number | undefined {
  return MONTHS.get(word.toLowerCase().replace(/\.$/, ''))
}

/** Every month word, longest first, as an alternation. */
export const MONTH_WORD = `(?:${[...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?(?![\\p{L}])`

const ORDINALS: [RegExp, number][] = [
  [/^(?:first|1st|primer|primero|premier|première|1er|pertama|第?一|第?1|上)$/, 1],
  [/^(?:second|2nd|segundo|deuxième|deuxieme|2e|kedua|第?二|第?2|下)$/, 2],
  [/^(?:third|3rd|tercer|tercero|troisième|troisieme|3e|ketiga|第?三|第?3)$/, 3],
  [/^(?:fourth|4th|last|cuarto|quatrième|quatrieme|4e|keempat|第?四|第?4)$/, 4],
]

/** "first", "2nd", "tercer" … as a number 1–4. */
export function readOrdinal(word: string): number | undefined {
  return ORDINALS.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1]
}

export const ORDINAL_WORD =
  '(?:first|second|third|fourth|1st|2nd|3rd|4th|primer|segundo|tercer|cuarto|premier|deuxième|deuxieme|second|troisième|troisieme|quatrième|quatrieme)'

/** Words that leave a date open at one end or blurred, and what they make of it. They stand directly before it. */
export const DATE_BOUNDS: readonly [bound: 'before' | 'after' | 'about', pattern: RegExp][] = [
  ['after', /(?:since|after|desde|depuis|dès|après|sejak|setelah|later than)\s{1,2}(?:the |el |la |le )?$/i],
  ['after', /自从?$/],
  [
    'before',
    /(?:before|by|until|till|prior to|no later than|antes de|hasta|avant|d'ici|jusqu'en|jusqu'au|sebelum)\s{1,2}(?:the (?:end of )?|el |la |le )?$/i,
  ],
  ['about', /(?:about|around|circa|ca\.|approximately|hacia|vers|sekitar)\s{1,2}$/i],
  ['about', /约$/],
]
