import { expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

const eventsOf = async (text: string) =>
  (await extractText(text)).entities.filter((entity) => entity.startsWith('Event '))

it('takes a title that shortens the name of the one event for that event', async () => {
  const text = `REPORT OF THE REGIONAL WORKSHOP ON USED LEAD-ACID BATTERIES

The Regional Workshop on the Environmentally Sound Management of Used Lead-Acid Batteries was held in Accra, Ghana.`
  expect(await eventsOf(text)).toHaveLength(1)
})

it('keeps events of one kind apart whose names do not hold each other', async () => {
  const text = `The Regional Workshop on Aluminium Dross was held in Accra, Ghana.

The Regional Workshop on Used Lead-Acid Batteries was held in Lagos, Nigeria.`
  expect(await eventsOf(text)).toHaveLength(2)
})
