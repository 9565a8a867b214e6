import { foldName } from '../../../graph/values/fold-name.ts'

/** Countries of ISO 3166-3, no longer in use, and who stands in their place. */
const FORMER: Record<string, string> = {
  Czechoslovakia: 'Czechia or Slovakia',
  'East Germany': 'Germany',
  'Netherlands Antilles': 'Curaçao, Sint Maarten or Bonaire',
  'Serbia and Montenegro': 'Serbia or Montenegro',
  'Soviet Union': 'Russia or another of its successors',
  USSR: 'Russia or another of its successors',
  Yugoslavia: 'Serbia, Croatia, Slovenia, Bosnia and Herzegovina, North Macedonia or Montenegro',
  Zaire: 'the Democratic Republic of the Congo',
}

/** Countries the text names that no longer exist, with those to name instead. */
export function findFormerCountries(text: string): { name: string; successors: string }[] {
  const folded = ` ${foldName(text)} `
  return Object.entries(FORMER)
    .filter(([name]) => folded.includes(` ${foldName(name)} `))
    .map(([name, successors]) => ({ name, successors }))
}
