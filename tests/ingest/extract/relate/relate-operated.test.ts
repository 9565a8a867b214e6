import { describe, expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

describe('relateOperated', () => {
  it('lets who runs a process offer it and treat what it treats', async () => {
    const { relations } = await extractText(
      'NordZink AB operates a Waelz plant in Landskrona, which treats 65,000 tonnes of electric arc furnace dust a year.',
    )
    expect(relations).toContain('NordZink AB OFFERS Waelz plant')
    expect(relations).toContain('NordZink AB TREATS electric arc furnace dust')
    const kestrel = await extractText(
      'Kestrel Dust Ltd runs a rotary hearth furnace that processes 20,000 t of EAF dust.',
    )
    expect(kestrel.relations).toContain('Kestrel Dust Ltd TREATS EAF dust')
  })

  it('keeps the plan of one who will run it, and says nothing of one who never did', async () => {
    const planned = await extractText(
      'NordZink AB plans to operate a Waelz kiln. Umbra Metals never operated a Waelz kiln.',
    )
    expect(planned.relations.filter((each) => /OFFERS Waelz kiln$/.test(each))).toEqual([])
  })
})
