/** States as the Basel Convention sees them. Facts of the secretariat's status lists as of November 2026; see `BASEL_AS_OF`. */
export const BASEL_AS_OF = '2026-11'

/** Annex VII: members of the OECD and of the European Union, and Liechtenstein. */
const ANNEX_VII = new Set(
  (
    'AU AT BE CA CL CO CR CZ DK EE FI FR DE GR HU IS IE IL IT JP KR LV LT LU MX NL NZ NO PL PT SK SI ES SE CH TR GB US ' +
    'BG HR CY MT RO LI'
  ).split(' '),
)

/** Signed, never ratified: parties may trade hazardous waste with them only under an agreement of Article 11. */
const NON_PARTIES = new Set(['US', 'HT'])

export function isAnnexSeven(country: string): boolean {
  return ANNEX_VII.has(country)
}

export function isBaselParty(country: string): boolean {
  return !NON_PARTIES.has(country)
}
