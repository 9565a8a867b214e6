import { expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

const placesOf = async (text: string) =>
  (await extractText(text)).relations.filter((relation) => relation.includes('LOCATED_IN'))

it('reads the country of a firm from the adjective before its noun and name', async () => {
  expect(await placesOf('The works were sold by the Swiss group Albrona AG last year.')).toEqual([
    'Albrona AG LOCATED_IN Switzerland',
  ])
  expect(await placesOf('Korean technology supplier Donghae Envirotech builds the kiln.')).toEqual([
    'Donghae Envirotech LOCATED_IN South Korea',
  ])
})

it('reads it from what a firm is said to be', async () => {
  expect(await placesOf('Torlund Zinc AB is a Swedish recycler of zinc ash.')).toEqual([
    'Torlund Zinc AB LOCATED_IN Sweden',
  ])
})

it('reads nothing from the nationality of what a firm buys, builds or sells', async () => {
  expect(await placesOf('Torlund Zinc AB bought a Polish company. Torlund Zinc AB sells German scrap.')).toEqual([])
})
