import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../../graph/thesaurus/load-thesaurus.ts'
import type { ChainPart, Concern } from '../../../../src/match/gather/chain.ts'
import { judgeWaste } from '../../../../src/match/judge/judge-waste.ts'
import { buildEntityView, buildFacts, buildStatementView } from '../../../support/build-chain.ts'
import { buildJudgeContext } from '../../../support/build-judge-context.ts'
import { buildNeed } from '../../../support/build-need.ts'

const thesaurus = loadThesaurus()
const parts = {
  technology: buildEntityView('Technology', 'Ring kiln'),
  project: buildEntityView('Facility', 'North plant'),
  enterprise: buildEntityView('Enterprise', 'Dusty'),
}

function judge(asked: string[], said: [ChainPart, string][]) {
  const need = buildNeed(thesaurus, { waste: asked.map((id) => `waste-stream/${id}`) })
  const context = buildJudgeContext(need, buildFacts([]), thesaurus)
  const concerns = said.map(([by, slug]): Concern => {
    const object = buildEntityView('WasteStream', slug, { id: `waste-stream/${slug}` })
    const concept = context.scope.waste.get(object.id)
    if (!concept) throw new Error(`${slug} is out of scope`)
    return { statement: buildStatementView(parts[by], 'TREATS', { object }), concept, by, directness: 'stated' }
  })
  const chain = { ...parts, concerns, links: [] }
  return judgeWaste(chain, context)
}

describe('judgeWaste', () => {
  it('gives full marks where the plant treats the very waste', () => {
    expect(judge(['eaf-dust'], [['project', 'eaf-dust']])).toMatchObject({ score: 1 })
  })

  it('gives a little less where only the technology is said to', () => {
    const { score, because } = judge(['eaf-dust'], [['technology', 'eaf-dust']])
    expect(score).toBeCloseTo(0.9)
    expect(because).toContain('No document says that Dusty itself treats it')
  })

  it('does not let what the enterprise does elsewhere raise a technology for another kind', () => {
    const alone = judge(['steel-dust'], [['technology', 'stainless-steel-dust']]).score ?? 0
    const backed =
      judge(
        ['steel-dust'],
        [
          ['technology', 'stainless-steel-dust'],
          ['enterprise', 'steel-dust'],
        ],
      ).score ?? 0
    expect(backed).toBeGreaterThanOrEqual(alone)
    expect(backed).toBeLessThan(1)
  })

  it('falls short on a neighbouring waste and says what it would need', () => {
    expect(judge(['eaf-dust'], [['enterprise', 'stainless-steel-dust']]).wouldNeed).toContain(
      'electric arc furnace dust',
    )
  })

  it('ranks who treats both of two wastes above who treats one', () => {
    const one = judge(['eaf-dust', 'salt-slag'], [['enterprise', 'eaf-dust']])
    const both = judge(
      ['eaf-dust', 'salt-slag'],
      [
        ['enterprise', 'eaf-dust'],
        ['enterprise', 'salt-slag'],
      ],
    )
    expect(both.score).toBeGreaterThan(one.score ?? 0)
    expect(one.because).toContain('Nothing is said of salt slag')
  })
})
