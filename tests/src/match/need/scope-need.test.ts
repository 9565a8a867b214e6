import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../../graph/thesaurus/load-thesaurus.ts'
import { scopeNeed } from '../../../../src/match/need/scope-need.ts'
import { buildNeed } from '../../../support/build-need.ts'

const thesaurus = loadThesaurus()
const scopeOf = (waste: string) => scopeNeed(buildNeed(thesaurus, { waste: [waste] }), thesaurus).waste

describe('scopeNeed', () => {
  it('weighs the waste itself most, a kind of it less, what it is a kind of least', () => {
    const scope = scopeOf('waste-stream/steel-dust')
    const weight = (id: string) => scope.get(`waste-stream/${id}`)?.weight ?? 0
    expect(weight('steel-dust')).toBe(1)
    expect(weight('eaf-dust')).toBeLessThan(1)
    expect(weight('metallurgical-dust')).toBeLessThan(weight('eaf-dust'))
  })

  it('counts what stands beside a kind of the waste: salt slag for aluminium dross', () => {
    expect(scopeOf('waste-stream/aluminium-dross').get('waste-stream/salt-slag')?.relation).toBe('related')
  })

  it('lets a very wide concept weigh too little for a match', () => {
    const hazardous = scopeOf('waste-stream/lead-acid-batteries').get('waste-stream/hazardous-waste')
    expect(hazardous?.weight).toBeLessThan(0.5)
  })

  it('keeps a neighbour under the same parent as a near miss', () => {
    expect(scopeOf('waste-stream/eaf-dust').get('waste-stream/stainless-steel-dust')).toMatchObject({
      relation: 'sibling',
    })
  })

  it('asks for the metal first where no waste is named, and counts the wastes that hold it', () => {
    const scope = scopeNeed(buildNeed(thesaurus, { metals: ['metal/zinc'] }), thesaurus)
    expect(scope.anchor).toBe('metal')
    expect(scope.metal.get('waste-stream/eaf-dust')?.relation).toBe('holds')
  })
})
