/**
 * Legal forms of companies as they close a name, folded without stops, longest first where one begins another.
 * Thirty-odd jurisdictions; multi-word forms are given as words in order.
 */
const FORMS = `
co ltd|company limited|company ltd|co limited|pte ltd|pte limited|pvt ltd|private limited|pty ltd|sdn bhd|co inc|co kg|gmbh co kg|gmbh and co kg|
ltd|limited|inc|incorporated|corp|corporation|co|llc|llp|lp|plc|
gmbh|ag|kg|kgaa|se|ug|ohg|
sa|sas|sarl|sau|sl|slu|srl|spa|sapi|sapi de cv|sa de cv|s de rl de cv|sac|eirl|ltda|eireli|
nv|bv|vof|cv|
ab|asa|as|aps|oy|oyj|ehf|hf|
sp z o o|sp zoo|spolka akcyjna|sro|as|doo|dd|ad|ood|eood|kft|zrt|nyrt|srl|
ooo|oao|pao|zao|jsc|pjsc|ojsc|cjsc|tov|
kk|kabushiki kaisha|godo kaisha|
bhd|tbk|pt|persero tbk|persero|
joint stock company|jsc|one member limited liability company|
pcl|public company limited|
as|anonim sirketi|sanayi ve ticaret as|ltd sti|
llc fze|fzco|fze|wll|kscp|psc|pjsc|
holdings ltd|holdings limited|group co ltd|group ltd|holdings inc|group plc|group inc
`
export const LEGAL_FORMS: readonly string[][] = [
  ...new Set(
    FORMS.split('|')
      .map((form) => form.trim())
      .filter(Boolean),
  ),
]
  .map((form) => form.split(/\s+/))
  .sort((a, b) => b.length - a.length)

/** Forms that are everyday words or initials elsewhere: count only as the text writes a legal form, capital or upper case. */
export const WEAK_FORMS: ReadonlySet<string> = new Set([
  'co',
  'as',
  'sa',
  'se',
  'ad',
  'dd',
  'hf',
  'ab',
  'ag',
  'kg',
  'lp',
  'cv',
  'sl',
  'psc',
  'limited',
  'corporation',
  'corp',
  'pt',
  'company',
  'pcl',
  'kk',
  'bv',
  'nv',
  'ug',
])

/** Forms that open a name: "PT Aneka …", "PJSC …", "CV …". */
export const LEADING_FORMS: ReadonlySet<string> = new Set([
  'pt',
  'pjsc',
  'ojsc',
  'oao',
  'ooo',
  'pao',
  'zao',
  'jsc',
  'cong ty',
  'ud',
  'syarikat',
])
