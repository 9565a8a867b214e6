import { describe, expect, it } from 'vitest'
import { organisationKey, parseOrganisationName } from '../../../graph/values/organisation-name.ts'

describe('parseOrganisationName', () => {
  it.each([
    ['Red Kiln Metals Co., Ltd.', 'Red Kiln Metals', undefined],
    ['red kiln metals co., LTD.', 'red kiln metals', undefined],
    ['Red Kiln Metals CO.LTD', 'Red Kiln Metals', undefined],
    ['Red Kiln Company Limited', 'Red Kiln', undefined],
    ['Red Kiln Sdn. Bhd.', 'Red Kiln', 'MY'],
    ['Red Kiln Pte. Ltd.', 'Red Kiln', 'SG'],
    ['Red Kiln (Pty) Ltd', 'Red Kiln', 'ZA'],
    ['PT Red Kiln Tbk', 'Red Kiln', 'ID'],
    ['PT. Red Kiln (Persero) Tbk.', 'Red Kiln', 'ID'],
    ['Red Kiln GmbH & Co. KG', 'Red Kiln', undefined],
    ['Red Kiln S.A.', 'Red Kiln', undefined],
    ['Red Kiln S.p.A.', 'Red Kiln', 'IT'],
    ['Red Kiln, S.A. de C.V.', 'Red Kiln', 'MX'],
    ['Red Kiln AB', 'Red Kiln', 'SE'],
    ['Red Kiln A/S', 'Red Kiln', 'DK'],
    ['Red Kiln Sp. z o.o.', 'Red Kiln', 'PL'],
    ['Red Kiln Pvt Ltd', 'Red Kiln', undefined],
    ['Red Kiln LLP', 'Red Kiln', undefined],
    ['JSC Red Kiln', 'Red Kiln', undefined],
    ['Red Kiln JSC', 'Red Kiln', undefined],
    ['Red Kiln Public Company Limited', 'Red Kiln', 'TH'],
    ['Red Kiln Sanayi ve Ticaret A.Ş.', 'Red Kiln', 'TR'],
    ['ООО Красная печь', 'Красная печь', undefined],
    ['Công ty Cổ phần Lò Đỏ', 'Lò Đỏ', 'VN'],
    ['红窑环保科技股份有限公司', '红窑环保科技', undefined],
    ['株式会社赤窯', '赤窯', 'JP'],
    ['(주) 붉은가마', '붉은가마', 'KR'],
  ])('takes the legal form off %s', (name, core, country) => {
    const parsed = parseOrganisationName(name)
    expect(parsed.core).toBe(core)
    expect(parsed.country).toBe(country)
    expect(parsed.legalForm).toBeTruthy()
  })

  it.each([
    'Ministry of Natural Resources and Environment',
    'Sulphide Corporation',
    'School of Mining as',
    'Red Kiln Group',
    '环保部',
    'Ltd',
    'SA',
  ])('leaves %s as it is', (name) => {
    expect(parseOrganisationName(name)).toEqual({ name, core: name })
  })

  it('keeps the words around a legal form apart', () => {
    expect(parseOrganisationName('  Red  Kiln (Wuxi) Metals Co., Ltd. (RKM) ')).toEqual({
      name: 'Red Kiln (Wuxi) Metals Co., Ltd.',
      core: 'Red Kiln (Wuxi) Metals',
      legalForm: 'Co Ltd',
    })
  })

  it('takes very long text without complaint', () => {
    expect(parseOrganisationName(' , '.repeat(100_000)).name.length).toBeLessThanOrEqual(300)
    expect(parseOrganisationName('Ltd '.repeat(100_000)).core).toBe('Ltd')
  })
})

describe('organisationKey', () => {
  it('is one for the spellings of one body', () => {
    const spellings = [
      'The Kiln Research Center Co., Ltd.',
      'Kiln Research Centre',
      'kiln research centre co ltd',
      'KILN RESEARCH CENTRE LIMITED',
    ]
    expect(new Set(spellings.map(organisationKey)).size).toBe(1)
  })

  it('keeps sister companies apart', () => {
    expect(organisationKey('Kiln (Wuxi) Co., Ltd.')).not.toBe(organisationKey('Kiln Co., Ltd.'))
    expect(organisationKey('Kiln Group')).not.toBe(organisationKey('Kiln Ltd'))
  })

  it('gives the key of a key unchanged', () => {
    for (const name of ['Red Kiln Co., Ltd.', '红窑有限公司', 'The Center for Kilns'])
      expect(organisationKey(organisationKey(name))).toBe(organisationKey(name))
  })
})
