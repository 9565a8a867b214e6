import { describe, expect, it } from 'vitest'
import type { EntityView } from '../../../graph/entity.ts'
import type { JudgedChain } from '../../../src/match/judge/judge-chain.ts'
import { dropWeaker, rankChains } from '../../../src/match/rank-chains.ts'
import { buildEntityView } from '../../support/build-chain.ts'

const kiln = buildEntityView('Technology', 'Ring kiln')
const firm = buildEntityView('Enterprise', 'Dusty')
const plant = buildEntityView('Facility', 'Battery plant')

interface Parts {
  technology?: EntityView
  project?: EntityView
  enterprise?: EntityView
}

function judged(parts: Parts, score: number, country?: string): JudgedChain {
  const place = country ? { place: { code: country, of: firm } } : {}
  return { chain: { ...parts, concerns: [], links: [] }, judgements: [], score, ...place }
}

describe('rankChains', () => {
  it('puts the better score first, and of equal ones the fuller chain', () => {
    const [short, full, best] = [
      judged({ enterprise: firm }, 0.5),
      judged({ technology: kiln, enterprise: firm }, 0.5),
      judged({ project: plant }, 0.9),
    ]
    expect(rankChains([short, full, best])).toEqual([best, full, short])
  })

  it('breaks ties by name, whatever order they came in', () => {
    const [a, b] = ['Alpha', 'Beta'].map((name) => judged({ enterprise: buildEntityView('Enterprise', name) }, 0.5))
    expect(rankChains([b, a] as JudgedChain[])).toEqual([a, b])
    expect(rankChains([a, b] as JudgedChain[])).toEqual([a, b])
  })
})

describe('dropWeaker', () => {
  it('drops what says less of a better match, and keeps it where it scores higher', () => {
    const full = judged({ technology: kiln, enterprise: firm }, 0.6)
    expect(dropWeaker(rankChains([full, judged({ enterprise: firm }, 0.5)]), 9)).toEqual([full])
    expect(dropWeaker(rankChains([full, judged({ enterprise: firm }, 0.7)]), 9)).toHaveLength(2)
  })

  it('counts namesakes in one country as one, and plants of one name in two countries as two', () => {
    const twin = buildEntityView('Facility', 'Battery Plant', { id: 'ent-twin' })
    expect(dropWeaker([judged({ project: plant }, 0.6, 'DE'), judged({ project: twin }, 0.5, 'DE')], 9)).toHaveLength(1)
    expect(dropWeaker([judged({ project: plant }, 0.6, 'DE'), judged({ project: twin }, 0.5, 'FR')], 9)).toHaveLength(2)
  })

  it('stops at the limit', () => {
    const many = Array.from({ length: 5 }, (_, at) =>
      judged({ enterprise: buildEntityView('Enterprise', `E${at}`) }, 0.5),
    )
    expect(dropWeaker(many, 2)).toHaveLength(2)
  })
})
