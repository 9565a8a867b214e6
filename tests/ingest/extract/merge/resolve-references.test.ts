import { describe, expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

describe('resolveReferences', () => {
  it('takes "its plant" for one of who acted before, not for the plant or firm named last', async () => {
    const { facts } = await extractText(
      'Umbra Oxide Ltd is a joint venture with the partner Penta Metals JSC. Its plant treats 20,000 t of steel dust a year.',
    )
    expect(facts).toEqual(['Umbra Oxide Ltd capacity 20,000 t'])
  })

  it('forgets a plant the text has left', async () => {
    const { facts } = await extractText(
      'Umbra Metals GmbH owns the Essen smelter. Prices fell. Penta Zinc Ltd was founded in 2006. Penta Zinc Ltd has a kiln. The plant can treat 24,000 tonnes of steel dust a year.',
    )
    expect(facts).toContain('Penta Zinc Ltd capacity 24,000 tonnes')
    expect(facts.filter((fact) => fact.startsWith('Essen smelter'))).toEqual([])
  })

  it('takes a second plant for another one than the first', async () => {
    const { facts } = await extractText(
      'Umbra Metals GmbH runs the Essen smelter and built a second plant in Peru. The plant was designed for 100,000 tonnes of steel dust a year.',
    )
    expect(facts.filter((fact) => fact.startsWith('Essen smelter'))).toEqual([])
  })
})
