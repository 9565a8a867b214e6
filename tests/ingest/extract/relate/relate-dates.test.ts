import { describe, expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

describe('relateDates', () => {
  it('dates a plant by its start-up, not its owner by it', async () => {
    const { facts } = await extractText(
      'Umbra Metals GmbH recycles zinc dust in Essen. In the Essen plant, started in February 2024, dust is smelted.',
    )
    expect(facts).toEqual(['Essen plant date February 2024'])
  })

  it('dates what a verb of beginning is about, whatever event is named behind', async () => {
    const { facts } = await extractText(
      'The Lower River Metals Programme supports five countries. It was launched in September 2020 at the Fourth River Forum in Lima.',
    )
    expect(facts).toContain('Lower River Metals Programme date September 2020')
    expect(facts.filter((fact) => fact.includes('Forum'))).toEqual([])
  })

  it('gives the founding of an unknown firm to nobody else', async () => {
    const { facts } = await extractText(
      'Umbra Metals GmbH recycles zinc dust in Essen. Umbra Metals GmbH buys oxide. Later Varnholt, founded in 1952, joined.',
    )
    expect(facts).toEqual([])
  })

  it('reads the start of a Chinese plant from the verb behind the date', async () => {
    const { facts } = await extractText(
      '华明再生资源有限公司位于江苏省无锡市。盐城工厂设计产能为20万吨/年，于2024年9月投产。',
    )
    expect(facts).toContain('盐城工厂 date 2024年9月')
  })
})
