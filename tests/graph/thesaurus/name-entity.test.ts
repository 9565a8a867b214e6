import { describe, expect, it } from 'vitest'
import { nameEntity } from '../../../graph/thesaurus/name-entity.ts'
import { buildThesaurus } from '../../support/build-thesaurus.ts'

describe('nameEntity', () => {
  const thesaurus = buildThesaurus()
  const nameOf = (entity: Parameters<typeof nameEntity>[0]) => nameEntity(entity, thesaurus)

  it('calls a concept by its own English label, whatever documents call it', () => {
    const id = 'waste-stream/steel-dust'
    expect(nameOf({ id, type: 'WasteStream', name: '钢铁粉尘', concept: id })).toBe('steel dust')
  })

  it('calls a country by its English name', () => {
    expect(nameOf({ id: 'country/VN', type: 'Country', name: 'Việt Nam', country: 'VN' })).toBe('Viet Nam')
  })

  it('leaves a technology of a firm, which is only a kind of a concept, its own name', () => {
    const concept = 'technology/lead-battery-recycling'
    expect(nameOf({ id: 'ent-1', type: 'Technology', name: 'LeadLoop', concept })).toBe('LeadLoop')
  })

  it('leaves a name where the lists have none', () => {
    const id = 'waste-stream/unheard-of'
    expect(nameOf({ id, type: 'WasteStream', name: 'slurry', concept: id })).toBe('slurry')
    expect(nameOf({ id: 'city/1', type: 'City', name: 'Hà Nội', country: 'VN' })).toBe('Hà Nội')
  })
})
