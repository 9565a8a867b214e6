import { expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

it('leaves a plant abroad to the plant where the home of the firm is known', async () => {
  const { relations } = await extractText(
    'Umbra Metals GmbH, based in Essen, Germany, recycles steel dust. Umbra Metals GmbH runs a plant in Hanoi, Viet Nam.',
  )
  expect(relations).toContain('Umbra Metals GmbH LOCATED_IN Germany')
  expect(relations.filter((each) => /^Umbra Metals GmbH LOCATED_IN (?:Viet Nam|Ha Noi|Hanoi)/.test(each))).toEqual([])
})

it('keeps a site at home, and one of a firm whose home is not told', async () => {
  const home = await extractText(
    'Umbra Metals GmbH, based in Essen, Germany, recycles steel dust. Umbra Metals GmbH runs a plant in Bremen.',
  )
  expect(home.relations).toContain('Umbra Metals GmbH LOCATED_IN Bremen')
  const unknown = await extractText('Mekong Metals Ltd. runs a plant in Bremen, Germany, for steel dust.')
  expect(unknown.relations).toContain('Mekong Metals Ltd. LOCATED_IN Germany')
})

it('does not place a firm by its second plant', async () => {
  const { relations } = await extractText(
    'Mekong Metals Ltd. treats steel dust at Bremen and built a second plant at Hanoi, Viet Nam.',
  )
  expect(relations).not.toContain('Mekong Metals Ltd. LOCATED_IN Viet Nam')
})
