import { describe, expect, it } from 'vitest'
import { isPersonName, typeLaureate, typeOrganisation } from '../../../../ingest/extract/table/type-name.ts'

describe('typeOrganisation', () => {
  it.each([
    ['Umbra Metals GmbH', 'Enterprise'],
    ['Northern Recycling', 'Enterprise'],
    ['北山再生资源有限公司', 'Enterprise'],
    ['University of Norrby', 'Organization'],
    ['Ministry of Environment, Science and Technology', 'Organization'],
    ['北山大学', 'Organization'],
    ['UMBRA', null],
  ])('types %s as %s', (name, type) => {
    expect(typeOrganisation(name)).toBe(type)
  })
})

describe('isPersonName', () => {
  it('tells people from bodies and figures', () => {
    expect(['Ada Quill', 'Jean-Claude Foudraz', '李明'].every(isPersonName)).toBe(true)
    expect(['Norrby University', '12 Main', 'Umbra', '北山大学'].some(isPersonName)).toBe(false)
  })
})

describe('typeLaureate', () => {
  it('answers nothing where the name could be a person or a firm', () => {
    expect(typeLaureate('Maria Quill')).toBe('Person')
    expect(typeLaureate('Umbra AB')).toBe('Enterprise')
    expect(typeLaureate('Norrby Dust Project')).toBe('Project')
    expect(typeLaureate('Quill Sorby')).toBeNull()
  })
})
