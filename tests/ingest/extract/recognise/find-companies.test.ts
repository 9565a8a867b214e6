import { describe, expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

describe('findCompanies', () => {
  it('takes firms called Technologies, Systems or Works for firms', async () => {
    const { entities } = await extractText(
      'Varnholt Technologies supplied the furnace. Penta Systems, headquartered in Lima, Peru, buys slag. Onsala Steel Works, a Swedish company, sells dust.',
    )
    expect(entities).toContain('Enterprise Varnholt Technologies')
    expect(entities).toContain('Enterprise Penta Systems')
    expect(entities).toContain('Enterprise Onsala Steel Works')
  })

  it('keeps the country written on to a name', async () => {
    const { entities } = await extractText('Umbra Oxide Corporation Vietnam treats steel dust in Hai Phong.')
    expect(entities).toContain('Enterprise Umbra Oxide Corporation Vietnam')
  })

  it('finds no name across two cells', async () => {
    const { entities } = await extractText(
      'Company\tCity\tWaste\nUmbra Ltd\tPune\tslag\nPenta Ltd\tLima\tdross\nOnsala Ltd\tEssen\tdust',
    )
    expect(entities.filter((entity) => /City|Pune (?:slag|Penta)/.test(entity.replace(/^City /, '')))).toEqual([])
    expect(entities).toContain('Enterprise Penta Ltd')
  })
})
