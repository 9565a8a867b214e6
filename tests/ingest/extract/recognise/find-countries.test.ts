import { describe, expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

describe('findCountries', () => {
  it.each(['120 million US dollars', '5 million Canadian dollars', 'US$ 40 million'])(
    'takes the currency of "%s" for no place',
    async (money) => {
      const { entities } = await extractText(`Umbra Metals GmbH spent ${money} on its plant in Pune, India.`)
      expect(entities.filter((entity) => entity.startsWith('Country'))).toEqual(['Country India'])
    },
  )
})
