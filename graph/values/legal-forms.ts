/** A legal form of companies as it closes or opens a name. */
export interface LegalForm {
  /** As it is usually written. */
  form: string
  /** ISO 3166-1 alpha-2, only where no other country uses this form in this script. */
  country?: string
  /** Stands before the name ("PT Umbra Logam"). */
  leads?: true
  /** A word or initials that mean something else in lower case. */
  exactCase?: true
  /** A whole word of ordinary language: part of the name when little else remains ("Sulphide Corporation"). */
  wordy?: true
}

function list(forms: string, rest: Omit<LegalForm, 'form'> = {}): LegalForm[] {
  return forms.split('|').map((form) => ({ form, ...rest }))
}

/** Some forty jurisdictions; sources: the forms' own statutes as commonly abbreviated (ISO 20275 names the same forms). */
export const LEGAL_FORMS: readonly LegalForm[] = [
  ...list(
    'Co Ltd|Co Limited|Company Limited|Company Ltd|Limited|Ltd|Incorporated|Inc|Corp|LLC|LLP|PLC|Co Inc|Co LLC|L L C',
  ),
  ...list(
    'Limited Liability Company|Joint Stock Company|Public Limited Company|Limited Company|Limited Liability Partnership',
  ),
  ...list('Company|Corporation', { wordy: true }),
  ...list('Co|LP|SE|SA|AG|KG|NV|AS|AD|DD|SL|SRL|SAS|GP|PSC', { exactCase: true }),
  ...list('S A|S L|S R L|S A S|N V|A G|K G|S E', { exactCase: true }),
  ...list('Pvt Ltd|Private Limited|Private Ltd|Pvt Limited|(Pvt) Ltd|(Private) Limited|(P) Ltd'),
  ...list('Sdn Bhd|Berhad|Bhd', { country: 'MY' }),
  ...list('Pte Ltd|Pte Limited|Pte', { country: 'SG' }),
  ...list('Pty Ltd|Pty Limited', { country: 'AU' }),
  ...list('(Pty) Ltd|(Proprietary) Limited', { country: 'ZA' }),
  ...list('Tbk|(Persero) Tbk|(Persero)|Persero Tbk|Persero', { country: 'ID' }),
  ...list('PT|Perseroan Terbatas', { country: 'ID', leads: true, exactCase: true }),
  ...list('CV', { leads: true, exactCase: true }),
  ...list('Public Company Limited|PCL', { country: 'TH' }),
  ...list('GmbH & Co KGaA|GmbH & Co KG|GmbH and Co KG|AG & Co KG|GmbH|gGmbH|mbH'),
  ...list('KGaA|UG (haftungsbeschränkt)|e V|OHG', { country: 'DE' }),
  ...list('SARL|S A R L|SASU', { country: 'FR' }),
  ...list('S p A|SpA|S r l|Srl|S c a r l', { country: 'IT' }),
  ...list('S A U|SAU|S L U|SLU', { country: 'ES' }),
  ...list('S A de C V|SA de CV|S de R L de C V|SAPI de CV', { country: 'MX' }),
  ...list('S A C|SAC|E I R L|EIRL', { country: 'PE' }),
  ...list('Ltda|Limitada|Lda'),
  ...list('Eireli', { country: 'BR' }),
  ...list('B V|BV', { country: 'NL', exactCase: true }),
  ...list('BVBA|SPRL', { country: 'BE' }),
  ...list('AB', { country: 'SE', exactCase: true }),
  ...list('Aktiebolag', { country: 'SE' }),
  ...list('ASA', { country: 'NO', exactCase: true }),
  ...list('A/S|ApS', { country: 'DK', exactCase: true }),
  ...list('Oyj|Oy', { country: 'FI' }),
  ...list('ehf|hf', { country: 'IS' }),
  ...list('Sp z o o|Spółka Akcyjna|Spolka Akcyjna', { country: 'PL' }),
  ...list('s r o|a.s'),
  ...list('Kft|Zrt|Nyrt', { country: 'HU' }),
  ...list('d o o|d.d'),
  ...list('EOOD|OOD|EAD', { country: 'BG' }),
  ...list('A.Ş|AŞ|A.S', { country: 'TR', exactCase: true }),
  ...list('Anonim Şirketi|Sanayi ve Ticaret A Ş|San ve Tic A Ş|Ltd Şti', { country: 'TR' }),
  ...list('PJSC|OJSC|CJSC|JSC|OAO|PAO|ZAO|OOO|TOO|LLP'),
  ...list('PJSC|OJSC|CJSC|JSC|OAO|PAO|ZAO|OOO|TOO', { leads: true, exactCase: true }),
  ...list('ООО|ОАО|ПАО|ЗАО|АО', { leads: true, exactCase: true }),
  ...list('ТОО', { leads: true, exactCase: true, country: 'KZ' }),
  ...list('ООО|ОАО|ПАО|ЗАО|АО', { exactCase: true }),
  ...list('FZE|FZCO|FZ-LLC|WLL|W L L|KSCP|K S C P|QPSC|P J S C'),
  ...list('K K|KK|Kabushiki Kaisha|Godo Kaisha|G K', { country: 'JP', exactCase: true }),
  ...list('Công ty Cổ phần|Công ty TNHH MTV|Công ty TNHH|Công ty', { country: 'VN', leads: true }),
  ...list('บริษัท', { country: 'TH', leads: true }),
  ...list('จำกัด (มหาชน)|จำกัด', { country: 'TH' }),
]

/** Forms of scripts without spaces: they touch the name. */
export const JOINED_FORMS: readonly LegalForm[] = [
  ...list('股份有限公司|有限责任公司|有限責任公司|有限公司|股份公司|集团公司'),
  ...list('公司', { wordy: true }),
  ...list('株式会社|有限会社|合同会社|（株）|(株)|㈱', { country: 'JP' }),
  ...list('株式会社|有限会社|合同会社|（株）|(株)|㈱', { country: 'JP', leads: true }),
  ...list('주식회사|유한회사|(주)|㈜', { country: 'KR' }),
  ...list('주식회사|유한회사|(주)|㈜', { country: 'KR', leads: true }),
]
