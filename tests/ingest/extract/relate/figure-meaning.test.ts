import { expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

it.each([
  'Umbra Metals GmbH mixes the oxide from steel dust, about 50,000 tonnes a year from Nordzink, into the feed of its smelter.',
  'Umbra Metals GmbH buys steel dust, some 50,000 tonnes a year, from its neighbours.',
])('takes no amount fed or bought for a capacity: %s', async (text) => {
  const { facts } = await extractText(text)
  expect(facts.filter((fact) => fact.includes(' capacity '))).toEqual([])
})

it('still reads the capacity of who recycles what it buys', async () => {
  const { facts } = await extractText('Umbra Metals GmbH buys steel dust and can process 50,000 tonnes of it a year.')
  expect(facts.join()).toContain('Umbra Metals GmbH capacity 50,000 tonnes')
})
