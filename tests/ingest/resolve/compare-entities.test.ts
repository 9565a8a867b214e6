import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceEntity } from '../../../graph/entity.ts'
import { type ComparedEntity, compareEntities, SAME, UNSURE } from '../../../ingest/resolve/compare-entities.ts'

function side(
  entity: Partial<SourceEntity> & { name: string },
  context: string[] = [],
  years: string[] = [],
): ComparedEntity {
  return {
    entity: { id: `ent-${entity.name}`, type: 'Enterprise', aliases: [], ...entity },
    context: new Set(context),
    years: new Set(years),
  }
}

function score(left: ComparedEntity, right: ComparedEntity): number {
  return compareEntities(left, right).score
}

describe('compareEntities', () => {
  it('takes a company with and without its legal form in one country for the same', () => {
    expect(
      score(side({ name: 'Nordzink AB', country: 'SE' }), side({ name: 'Nordzink', country: 'SE' })),
    ).toBeGreaterThanOrEqual(SAME)
  })

  it('keeps companies of one name in two countries apart', () => {
    expect(
      score(side({ name: 'Eastern Metals', country: 'TH' }), side({ name: 'Eastern Metals', country: 'VN' })),
    ).toBeLessThan(UNSURE)
  })

  it('does not merge on an abbreviation alone', () => {
    expect(
      score(
        side({ name: 'Regional Centre of Egypt', aliases: ['BCRC'] }),
        side({ name: 'Regional Centre of China', aliases: ['BCRC'] }),
      ),
    ).toBeLessThan(UNSURE)
  })

  it('leaves namesakes with nothing in common to a curator, and takes them for one with a shared employer', () => {
    const [left, right] = [
      { name: 'Li Wei', type: 'Person' as const },
      { name: 'Li Wei', type: 'Person' as const },
    ]
    expect(score(side(left), side(right))).toBeLessThan(SAME)
    expect(score(side(left, ['nordzink ab']), side(right, ['nordzink ab']))).toBeGreaterThanOrEqual(SAME)
  })

  it('keeps two years of one conference apart', () => {
    const event = { name: 'International Conference on Slag Valorisation', type: 'Event' as const }
    expect(score(side(event, [], ['2022']), side(event, [], ['2024']))).toBeLessThan(UNSURE)
    expect(score(side(event, [], ['2024']), side(event, [], ['2024']))).toBeGreaterThanOrEqual(SAME)
  })

  it('never compares across types', () => {
    expect(score(side({ name: 'Nordzink' }), side({ name: 'Nordzink', type: 'Facility' }))).toBe(0)
  })

  it('is symmetric, and says why whenever it scores', () => {
    const name = fc.constantFrom('Nordzink AB', 'Nordzink', 'NZ', 'Eastern Metals Co., Ltd.')
    const entity = fc.record({
      name,
      aliases: fc.array(name, { maxLength: 2 }),
      country: fc.option(fc.constantFrom('SE', 'TH'), { nil: undefined }),
    })
    const any = fc
      .tuple(entity, fc.subarray(['zinc', 'luleå']), fc.subarray(['2020', '2024']))
      .map(([of, context, years]) => side(of, context, years))
    fc.assert(
      fc.property(any, any, (left, right) => {
        expect(score(left, right)).toBe(score(right, left))
        expect(compareEntities(left, right).reasons.length).toBeGreaterThan(0)
      }),
    )
  })
})
