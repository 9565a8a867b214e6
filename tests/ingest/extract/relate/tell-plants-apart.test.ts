import { expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

const plants = (entities: string[]) => entities.filter((each) => each.startsWith('Facility'))

it('names plants described in the same words after the firms that run them, and gives each its own figures', async () => {
  const { entities, facts, relations } = await extractText(
    'Veltra Metals Co., Ltd. operates a battery recycling plant in Rayong, Thailand. The plant has a capacity of 12,000 tonnes a year.\n\nKordan Recycling GmbH operates a new battery recycling plant in Duisburg, Germany. The plant has a capacity of 30,000 tonnes a year.',
  )
  const [kordan, veltra] = ['Kordan Recycling GmbH', 'Veltra Metals Co., Ltd.'].map(
    (firm) => `battery recycling plant of ${firm}`,
  )
  expect(plants(entities)).toEqual([`Facility ${kordan}`, `Facility ${veltra}`])
  expect(facts.filter((each) => each.includes('capacity'))).toEqual([
    `${kordan} capacity 30,000 tonnes a year`,
    `${veltra} capacity 12,000 tonnes a year`,
  ])
  expect(relations).toContain(`${veltra} LOCATED_IN Rayong`)
  expect(relations).not.toContain(`${veltra} LOCATED_IN Duisburg`)
})

it('names plants of one firm after their cities', async () => {
  const { entities } = await extractText(
    'Kordan Recycling GmbH operates a battery recycling plant in Duisburg, Germany. Kordan Recycling GmbH operates another battery recycling plant in Bremen, Germany.',
  )
  expect(plants(entities)).toEqual([
    'Facility battery recycling plant in Bremen',
    'Facility battery recycling plant in Duisburg',
  ])
})

it('keeps one plant that is introduced twice', async () => {
  const { entities, relations } = await extractText(
    'Kordan opens a battery recycling plant\n\nKordan Recycling GmbH operates a battery recycling plant in Duisburg, Germany. It is a battery recycling plant of the newest kind. The battery recycling plant treats spent lead-acid batteries.',
  )
  expect(plants(entities)).toEqual(['Facility battery recycling plant'])
  expect(relations).toContain('battery recycling plant LOCATED_IN Duisburg')
})
