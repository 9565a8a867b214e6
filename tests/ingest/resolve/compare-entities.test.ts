import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceEntity } from '../../../graph/entity.ts'
import { type ComparedEntity, compareEntities, SAME, UNSURE } from '../../../ingest/resolve/compare-entities.ts'

function side(
  entity: Partial<SourceEntity> & { name: string },
  context: string[] = [],
  years: string[] = [],
  places: string[] = [],
): ComparedEntity {
  return {
    entity: { id: `ent-${entity.name}`, type: 'Enterprise', aliases: [], ...entity },
    context: new Set([...context, ...places]),
    years: new Set(years),
    places: new Set(places),
    sites: new Set(),
    countries: new Set([...(entity.country ? [entity.country] : []), ...places.flatMap(countryOf)]),
  }
}

function countryOf(place: string): string[] {
  return place.startsWith('country/') ? [place.slice('country/'.length)] : []
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

  const general = [
    { name: 'Ministry of Environment', type: 'Organization' },
    { name: 'Waste Management Act', type: 'Regulation' },
    { name: 'Zero Waste Programme', type: 'Programme' },
    { name: 'Environmental Protection Agency', type: 'Organization' },
    { name: 'Eastern Metals Ltd.', type: 'Enterprise' },
  ] as const
  it.each(general)('does not merge $name on its name, nor one of a known country with one of none', (named) => {
    expect(score(side(named), side(named))).toBeLessThan(SAME)
    expect(score(side({ ...named, country: 'TH' }), side(named, ['waste-stream/slag']))).toBeLessThan(SAME)
  })

  it.each(general)('merges $name of one country and never of two, whatever else they share', (named) => {
    const [kenya, thailand] = [['country/KE'], ['country/TH']]
    expect(score(side(named, [], [], kenya), side(named, [], [], kenya))).toBeGreaterThanOrEqual(SAME)
    const ties = ['mekong metals network', 'anan chai', 'rayong smelter']
    expect(score(side(named, ties, ['2020'], kenya), side(named, ties, ['2020'], thailand))).toBeLessThan(SAME)
  })

  it('merges a general name over a tie of its own, such as a person, but not over a waste stream', () => {
    const ministry = { name: 'Ministry of Environment', type: 'Organization' as const }
    expect(score(side(ministry, ['anan chai']), side(ministry, ['anan chai']))).toBeGreaterThanOrEqual(SAME)
    const slag = ['waste-stream/slag', 'waste-stream/dross', 'metal/zinc']
    expect(score(side(ministry, slag), side(ministry, slag))).toBeLessThan(SAME)
  })

  it('merges firms of a name of their own unless their countries differ and little ties them', () => {
    const firm = { name: 'Sunrise Recycling Ltd.' }
    expect(score(side(firm), side(firm))).toBeGreaterThanOrEqual(SAME)
    expect(score(side(firm, [], [], ['country/TH']), side(firm))).toBeGreaterThanOrEqual(SAME)
    const away = (ties: string[], place: string) => side(firm, ties, [], [place])
    expect(score(away([], 'country/TH'), away([], 'country/KE'))).toBeLessThan(UNSURE)
    const slag = ['waste-stream/slag', 'metal/zinc']
    expect(score(away(slag, 'country/TH'), away(slag, 'country/KE'))).toBeLessThan(SAME)
    const strong = ['anan chai', 'rayong smelter', 'sunrise group']
    expect(score(away(strong, 'country/TH'), away(strong, 'country/KE'))).toBeGreaterThanOrEqual(SAME)
  })

  it('lets the country of a plant speak for a firm and not against it', () => {
    const firm = { name: 'Sunrise Recycling Ltd.' }
    const home = side(firm, [], [], ['country/TH'])
    expect(score({ ...side(firm), sites: new Set(['KE']) }, home)).toBe(score(side(firm), home))
    expect(score({ ...side(firm), sites: new Set(['TH']) }, home)).toBeGreaterThan(score(side(firm), home))
  })

  it('reads a country from places, not from what it is named with', () => {
    const firm = { name: 'Nordzink AB' }
    expect(score(side(firm, ['country/SE']), side(firm, ['country/SE']))).toBe(score(side(firm), side(firm)))
    expect(score(side(firm, ['country/SE']), side(firm, ['country/NO']))).toBe(score(side(firm), side(firm)))
  })

  it('counts a country once: two plants of a general name in it are not one', () => {
    const plant = { name: 'Recycling Plant', type: 'Facility' as const, country: 'VN' }
    expect(score(side(plant, [], [], ['country/VN']), side(plant, [], [], ['country/VN']))).toBeLessThan(SAME)
    const named = { ...plant, name: 'Onward smelter' }
    expect(score(side(named, [], [], ['country/VN']), side(named))).toBe(score(side(named), side(named)))
  })

  it('takes plants that are only described for one by the firm that runs them, and not by their city', () => {
    const plant = { name: 'battery recycling plant', type: 'Facility' as const }
    const rayong = ['country/TH', 'city/1']
    expect(score(side(plant, [], [], rayong), side(plant, [], [], rayong))).toBeLessThan(SAME)
    expect(score(side(plant, ['veltra'], [], rayong), side(plant, ['kordan'], [], rayong))).toBeLessThan(SAME)
    expect(score(side(plant, ['veltra'], [], rayong), side(plant, ['veltra'], [], rayong))).toBeGreaterThanOrEqual(SAME)
  })

  it('takes plants in different cities for two, and namesakes of one country too', () => {
    const plant = { name: 'Nordzink smelter', type: 'Facility' as const }
    const [one, other] = [
      ['country/SE', 'city/1'],
      ['country/SE', 'city/2'],
    ]
    expect(score(side(plant, [], [], one), side(plant, [], [], other))).toBeLessThan(SAME)
    expect(score(side(plant, [], [], one), side(plant, [], [], one))).toBeGreaterThanOrEqual(SAME)
    const person = { name: 'Li Wei', type: 'Person' as const, country: 'CN' }
    expect(score(side(person, [], [], ['country/CN']), side(person, [], [], ['country/CN']))).toBeLessThan(SAME)
  })

  it('knows bodies of the world by their name', () => {
    const body = { name: 'United Nations Environment Programme', type: 'Organization' as const }
    expect(score(side(body, [], [], ['country/KE']), side(body))).toBeGreaterThanOrEqual(SAME)
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
