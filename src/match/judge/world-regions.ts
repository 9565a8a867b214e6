/** The geoscheme of the United Nations Statistics Division (M49): regions, their subregions, ISO 3166-1 alpha-2 codes. */
const SUBREGIONS: Record<string, Record<string, string>> = {
  Africa: {
    'Northern Africa': 'DZ EG EH LY MA SD TN',
    'Eastern Africa': 'BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW',
    'Middle Africa': 'AO CD CF CG CM GA GQ ST TD',
    'Southern Africa': 'BW LS NA SZ ZA',
    'Western Africa': 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG',
  },
  Americas: {
    'Northern America': 'BM CA GL PM US',
    'Central America': 'BZ CR GT HN MX NI PA SV',
    Caribbean: 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
    'South America': 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE',
  },
  Asia: {
    'Central Asia': 'KG KZ TJ TM UZ',
    'Eastern Asia': 'CN HK JP KP KR MN MO TW',
    'South-eastern Asia': 'BN ID KH LA MM MY PH SG TH TL VN',
    'Southern Asia': 'AF BD BT IN IR LK MV NP PK',
    'Western Asia': 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE',
  },
  Europe: {
    'Eastern Europe': 'BG BY CZ HU MD PL RO RU SK UA',
    'Northern Europe': 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ',
    'Southern Europe': 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK',
    'Western Europe': 'AT BE CH DE FR LI LU MC NL',
  },
  Oceania: {
    'Australia and New Zealand': 'AU CC CX HM NF NZ',
    Melanesia: 'FJ NC PG SB VU',
    Micronesia: 'FM GU KI MH MP NR PW UM',
    Polynesia: 'AS CK NU PF PN TK TO TV WF WS',
  },
}

const PLACES = new Map<string, { region: string; subregion: string }>()
for (const [region, subregions] of Object.entries(SUBREGIONS)) {
  for (const [subregion, codes] of Object.entries(subregions)) {
    for (const code of codes.split(' ')) PLACES.set(code, { region, subregion })
  }
}

/** Names of regions and subregions, as a need may give one in place of a country. */
export function listRegions(): string[] {
  return [...Object.keys(SUBREGIONS), ...Object.values(SUBREGIONS).flatMap((subregions) => Object.keys(subregions))]
}

/** How near two countries are, and the name of what they share. */
export function compareCountries(
  left: string,
  right: string,
): { nearness: 'same' | 'subregion' | 'region' | 'elsewhere'; shared?: string } {
  if (left === right) return { nearness: 'same' }
  const [here, there] = [PLACES.get(left), PLACES.get(right)]
  if (!here || !there || here.region !== there.region) return { nearness: 'elsewhere' }
  return here.subregion === there.subregion
    ? { nearness: 'subregion', shared: here.subregion }
    : { nearness: 'region', shared: here.region }
}
