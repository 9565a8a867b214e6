import { describe, expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

describe('resolveReferences', () => {
  it('takes "its plant" for one of who acted before, not for the plant or firm named last', async () => {
    const { facts } = await extractText(
      'Umbra Oxide Ltd is a joint venture with the partner Penta Metals JSC. Its plant treats 20,000 t of steel dust a year.',
    )
    expect(facts).toEqual(['Umbra Oxide Ltd capacity 20,000 t'])
  })

  it('takes what a named partner does for no doing of the one whose partner it is, nor the next event for this one', async () => {
    const { relations } = await extractText(
      'The Regional Workshop on Aluminium Dross was held in Bangkok, Thailand. The next workshop will be held in Kuala Lumpur in 2025.\n\nUmbra Waelz Works treats EAF dust. Its partner Penta Institute of Technology tests hydrometallurgical leaching at pilot scale.',
    )
    expect(relations).toContain('Regional Workshop on Aluminium Dross HELD_IN Bangkok')
    expect(relations.filter((each) => /Kuala Lumpur|Umbra Waelz Works DEMONSTRATES/.test(each))).toEqual([])
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
