import { describe, expect, it } from 'vitest'
import type { SourceEntity } from '../../../../graph/entity.ts'
import type { GraphStore } from '../../../../graph/store/graph-store.ts'
import { type Claim, claimId, ingest, judged, named, worldly } from '../../../support/build-reading.ts'
import type { OpenStore } from './store-factory.ts'

const org = (name: string) => named('map.txt', 'Organization', name)
const link = (from: string, to: string, more: Partial<Claim> = {}): Claim => ({
  subject: org(from),
  predicate: 'PARTNER_OF',
  object: org(to),
  ...more,
})

/** A graph whose edges are pairs of letters: `['ab', 'bc']`. */
async function draw(store: GraphStore, edges: readonly string[], more: readonly Claim[] = []): Promise<void> {
  await ingest(store, {
    source: 'map.txt',
    claims: [...edges.map(([from, to]) => link(from as string, to as string)), ...more],
  })
}

const letter = new Map([...'abcdefghijklmnopqrstuvwxyz'].map((name) => [org(name).id, name]))
const spell = (ids: readonly string[]) => ids.map((id) => letter.get(id)).join('')

export function describeTraversal(openStore: OpenStore): void {
  describe('neighbours', () => {
    it('gives what relations lead to and from, strongest first, with the statement and its direction', async () => {
      await using test = await openStore()
      await draw(
        test.store,
        [],
        [link('a', 'b', { confidence: 0.6 }), link('c', 'a', { confidence: 0.9 }), link('b', 'c')],
      )
      const { items } = await test.store.neighbours(org('a').id, {}, { limit: 9 })
      expect(items.map(({ entity, direction, statement }) => [entity.name, direction, statement.id])).toEqual([
        ['c', 'in', claimId(link('c', 'a'))],
        ['b', 'out', claimId(link('a', 'b'))],
      ])
      const out = await test.store.neighbours(org('a').id, { direction: 'out' }, { limit: 9 })
      expect(out.items.map(({ entity }) => entity.name)).toEqual(['b'])
    })

    it('pages through a hub and filters by predicate', async () => {
      await using test = await openStore()
      const country = worldly('country/CN', 'Country', 'China')
      const placed: Claim = { subject: org('a'), predicate: 'LOCATED_IN', object: country }
      await draw(
        test.store,
        [...'bcdefghijk'].map((to) => `a${to}`),
        [{ ...placed, confidence: 0.1 }],
      )
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await test.store.neighbours(org('a').id, { predicates: ['PARTNER_OF'] }, { limit: 3, cursor })
        seen.push(...page.items.map(({ entity }) => entity.name))
        cursor = page.cursor
      } while (cursor)
      expect(seen.sort().join('')).toBe('bcdefghijk')
      const where = await test.store.neighbours(org('a').id, { predicates: ['LOCATED_IN'] }, { limit: 3 })
      expect(where.items.map(({ entity }) => entity.name)).toEqual(['China'])
      expect(await test.store.neighbours('ent-none', {}, { limit: 3 })).toEqual({ items: [] })
    })

    it('follows living, asserted relations only', async () => {
      await using test = await openStore()
      await draw(
        test.store,
        ['ab', 'ac'],
        [link('a', 'd', { modality: 'planned' }), link('a', 'e', { modality: 'negated' })],
      )
      await test.store.decide({
        statement: claimId(link('a', 'c')),
        status: 'rejected',
        by: 'ana',
        at: '2026-01-01T00:00:00.000Z',
      })
      const { items } = await test.store.neighbours(org('a').id, {}, { limit: 9 })
      expect(items.map(({ entity }) => entity.name)).toEqual(['b'])
    })
  })

  describe('paths', () => {
    it('gives all shortest ways in either direction, with the statements between', async () => {
      await using test = await openStore()
      await draw(test.store, ['ab', 'cb', 'cd', 'ae', 'ed', 'af', 'fg', 'gd', 'ax'])
      const found = await test.store.paths(org('a').id, org('d').id, { maxHops: 6, limit: 10 })
      expect(found.map(({ entities }) => spell(entities))).toEqual(['aed'])
      expect(found[0]?.statements).toEqual([claimId(link('a', 'e')), claimId(link('e', 'd'))])
      const more = await test.store.paths(org('b').id, org('e').id, { maxHops: 6, limit: 10 })
      expect(more.map(({ entities }) => spell(entities))).toEqual(['bae'])
      const both = await test.store.paths(org('b').id, org('d').id, { maxHops: 6, limit: 10 })
      expect(both.map(({ entities }) => spell(entities))).toEqual(['bcd'])
      const many = await test.store.paths(org('c').id, org('e').id, { maxHops: 6, limit: 10 })
      expect(many.map(({ entities }) => spell(entities)).sort()).toEqual(['cde'])
    })

    it('keeps to the limit and to the hops allowed', async () => {
      await using test = await openStore()
      await draw(test.store, ['ab', 'bz', 'ac', 'cz', 'ad', 'dz', 'zy', 'yx', 'xw', 'wv', 'vu'])
      const ways = (to: string, maxHops: number, limit = 10) =>
        test.store.paths(org('a').id, org(to).id, { maxHops, limit })
      expect((await ways('z', 2)).map(({ entities }) => spell(entities)).sort()).toEqual(['abz', 'acz', 'adz'])
      expect(await ways('z', 2, 2)).toHaveLength(2)
      expect(await ways('z', 1)).toEqual([])
      expect((await ways('v', 6)).map(({ entities }) => spell(entities)).sort()).toEqual([
        'abzyxwv',
        'aczyxwv',
        'adzyxwv',
      ])
      expect(await ways('v', 5)).toEqual([])
      expect(await ways('u', 6)).toEqual([])
      await expect(ways('u', 7)).rejects.toMatchObject({ code: 'invalid' })
    })

    it('finds none between strangers, from an entity to itself, or to what is not there', async () => {
      await using test = await openStore()
      await draw(test.store, ['ab', 'cd'])
      const none = (from: string, to: string) => test.store.paths(from, to, { maxHops: 6, limit: 3 })
      expect(await none(org('a').id, org('c').id)).toEqual([])
      expect(await none(org('a').id, org('a').id)).toEqual([])
      expect(await none(org('a').id, 'ent-none')).toEqual([])
    })

    it('goes through merged entities, by the strongest of parallel statements', async () => {
      await using test = await openStore()
      const strong: Claim = { subject: org('c'), predicate: 'PART_OF', object: org('d'), confidence: 0.95 }
      await draw(test.store, ['ab', 'cd'], [strong])
      await test.store.judge([judged(org('b'), org('c'), 'same')])
      const [way, ...others] = await test.store.paths(org('a').id, org('d').id, { maxHops: 3, limit: 9 })
      expect(others).toEqual([])
      expect(way?.entities[1]).toBe([org('b').id, org('c').id].sort()[0])
      expect(way?.statements).toEqual([claimId(link('a', 'b')), claimId(strong)])
    })

    it('finds the way round a hub that both ends do not touch, and through one', async () => {
      await using test = await openStore()
      const many = Array.from({ length: 300 }, (_, at) => org(`n${at}`))
      const around = many.map((object): Claim => ({ subject: org('h'), predicate: 'PARTNER_OF', object }))
      await draw(test.store, ['ab', 'bh', 'hc', 'cd'], around)
      const through = await test.store.paths(org('b').id, org('c').id, { maxHops: 6, limit: 9 })
      expect(through.map(({ entities }) => spell(entities))).toEqual(['bhc'])
      const long = await test.store.paths(org('a').id, org('d').id, { maxHops: 6, limit: 9 })
      expect(long.map(({ entities }) => spell(entities))).toEqual(['abhcd'])
      const leaf = await test.store.paths(org('a').id, (many[7] as SourceEntity).id, { maxHops: 3, limit: 9 })
      expect(leaf.map(({ entities }) => spell(entities.slice(0, 3)))).toEqual(['abh'])
    })
  })

  describe('subgraph', () => {
    it('gives everything within the hops, nearest first, with all relations among it', async () => {
      await using test = await openStore()
      await draw(test.store, ['ab', 'bc', 'cd', 'ae', 'eb', 'xy'])
      const within = (hops: number) => test.store.subgraph([org('a').id], { hops, limit: 50 })
      expect(spell((await within(0)).entities.map(({ id }) => id))).toBe('a')
      const one = await within(1)
      expect(one.entities[0]?.name).toBe('a')
      expect(
        one.entities
          .map(({ name }) => name)
          .sort()
          .join(''),
      ).toBe('abe')
      expect(one.statements.map(({ id }) => id).sort()).toEqual(
        [link('a', 'b'), link('a', 'e'), link('e', 'b')].map(claimId).sort(),
      )
      expect(one.truncated).toBe(false)
      const two = await within(2)
      expect(two.entities.map(({ name }) => name).at(-1)).toBe('c')
    })

    it('cuts at the limit and says so', async () => {
      await using test = await openStore()
      await draw(
        test.store,
        [...'bcdefghij'].map((to) => `a${to}`),
        [link('j', 'k')],
      )
      const cut = await test.store.subgraph([org('a').id], { hops: 2, limit: 4 })
      expect(cut.entities).toHaveLength(4)
      expect(cut.statements).toHaveLength(3)
      expect(cut.truncated).toBe(true)
      const whole = await test.store.subgraph([org('a').id, 'ent-none'], { hops: 6, limit: 11 })
      expect([whole.entities.length, whole.statements.length, whole.truncated]).toEqual([11, 10, false])
    })

    it('sees relations between hubs, each once', async () => {
      await using test = await openStore()
      const around = (hub: string) => Array.from({ length: 30 }, (_, at) => link(hub, `${hub}${at}`))
      await draw(test.store, ['ab'], [...around('a'), ...around('b'), link('a', 'b', { modality: 'planned' })])
      const { statements } = await test.store.subgraph([org('a').id, org('b').id], { hops: 0, limit: 9 })
      expect(statements.map(({ id }) => id)).toEqual([claimId(link('a', 'b'))])
    })
  })
}
