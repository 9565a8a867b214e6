import { describe, expect, it } from 'vitest'
import { documentId } from '../../../../graph/identity.ts'
import type { StatementFilter } from '../../../../graph/store/graph-store.ts'
import {
  buildPlan,
  type Claim,
  claimId,
  ingest,
  judged,
  named,
  tonnes,
  words,
  worldly,
} from '../../../support/build-reading.ts'
import type { OpenStore } from './store-factory.ts'

const zinc = worldly('metal/zinc', 'Metal', 'zinc')
const dust = worldly('waste-stream/eaf-dust', 'WasteStream', 'EAF dust')
const works = named('a.txt', 'Enterprise', 'Zinkwerk')
const recovers: Claim = { subject: works, predicate: 'RECOVERS', object: zinc, confidence: 0.9 }
const treats: Claim = {
  subject: works,
  predicate: 'TREATS',
  object: dust,
  confidence: 0.7,
  qualifiers: { role: 'main' },
}
const capacity: Claim = { subject: works, predicate: 'capacity', value: tonnes(50_000), confidence: 0.8 }
const planned: Claim = {
  subject: works,
  predicate: 'capacity',
  value: tonnes(90_000),
  confidence: 0.95,
  modality: 'planned',
}
const all = { source: 'a.txt', claims: [recovers, treats, capacity, planned] }

export function describeStatements(openStore: OpenStore): void {
  describe('statements', () => {
    it('gives a statement with its evidence, ends and corroboration', async () => {
      await using test = await openStore()
      const plan = buildPlan(all)
      await test.store.apply(plan)
      const expected = plan.assert.map(({ statement }) => statement).find(({ predicate }) => predicate === 'TREATS')
      expect(await test.store.statements([claimId(treats), 'st-none'])).toEqual([
        { ...expected, subjectEntity: works.id, objectEntity: dust.id, corroboration: 1 },
        null,
      ])
    })

    it('keeps values, qualifiers, page and section of the evidence', async () => {
      await using test = await openStore()
      const plan = buildPlan({ source: 'a.txt', claims: [capacity] })
      const [statement] = plan.assert.map((assertion) => assertion.statement)
      const evidence = statement?.evidence.map((each) => ({ ...each, page: 3, section: 'Plants' })) ?? []
      await test.store.apply({
        ...plan,
        assert: [{ change: 'add', statement: { ...statement, evidence } as typeof statement & object }],
      })
      const [view] = await test.store.statements([claimId(capacity)])
      expect(view).toMatchObject({ value: tonnes(50_000), evidence })
      expect(view).not.toHaveProperty('object')
      expect(view).not.toHaveProperty('objectEntity')
    })

    it('lists the living statements of each entity, strongest first', async () => {
      await using test = await openStore()
      await ingest(test.store, all)
      const [ofWorks, ofNone, ofZinc] = await test.store.statementsOf(
        [works.id, 'ent-none', zinc.id],
        {},
        { limit: 10 },
      )
      expect(ofWorks?.items.map(({ id }) => id)).toEqual([planned, recovers, capacity, treats].map(claimId))
      expect(ofNone).toEqual({ items: [] })
      expect(ofZinc?.items.map(({ id }) => id)).toEqual([claimId(recovers)])
    })

    it('lists the same statements where evidence is not asked for', async () => {
      await using test = await openStore()
      await ingest(test.store, all)
      const tell = async (filter: StatementFilter) => {
        const [page] = await test.store.statementsOf([works.id], filter, { limit: 3 })
        const items = page?.items.map(({ evidence, decision, corroboration, ...rest }) => rest)
        return { items, cursor: page?.cursor }
      }
      const whole = await tell({})
      expect(whole.items).toHaveLength(3)
      expect(await tell({ brief: true })).toEqual(whole)
    })

    it('pages each entity’s statements on from a cursor', async () => {
      await using test = await openStore()
      await ingest(test.store, all)
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const [page] = await test.store.statementsOf([works.id], {}, { limit: 1, cursor })
        seen.push(...(page?.items.map(({ id }) => id) ?? []))
        cursor = page?.cursor
      } while (cursor)
      expect(seen).toEqual([planned, recovers, capacity, treats].map(claimId))
    })

    it('filters by direction, predicate, status and modality, alone and together, on every page', async () => {
      await using test = await openStore()
      await ingest(test.store, all)
      await test.store.decide({
        statement: claimId(capacity),
        status: 'rejected',
        by: 'ana',
        at: '2026-02-01T00:00:00.000Z',
      })
      const list = async (entity: string, filter: StatementFilter) => {
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const [page] = await test.store.statementsOf([entity], filter, { limit: 1, cursor })
          seen.push(...(page?.items.map(({ id }) => id) ?? []))
          cursor = page?.cursor
        } while (cursor)
        return seen
      }
      expect(await list(works.id, { direction: 'in' })).toEqual([])
      expect(await list(zinc.id, { direction: 'in' })).toEqual([claimId(recovers)])
      expect(await list(works.id, { direction: 'out' })).toEqual([planned, recovers, treats].map(claimId))
      expect(await list(works.id, { predicates: ['TREATS', 'RECOVERS'] })).toEqual([recovers, treats].map(claimId))
      expect(await list(works.id, { predicates: [] })).toEqual([])
      expect(await list(works.id, { statuses: ['rejected'] })).toEqual([claimId(capacity)])
      expect(await list(works.id, { statuses: ['proposed', 'rejected'] })).toEqual(
        [planned, recovers, treats, capacity].map(claimId),
      )
      expect(await list(works.id, { modalities: ['planned'] })).toEqual([claimId(planned)])
      expect(
        await list(works.id, {
          predicates: ['capacity'],
          statuses: ['rejected'],
          modalities: ['asserted'],
          direction: 'out',
        }),
      ).toEqual([claimId(capacity)])
      expect(await list(works.id, { predicates: ['TREATS'], direction: 'in' })).toEqual([])
    })

    it('lists what a document supports in the order of its text', async () => {
      await using test = await openStore()
      await ingest(test.store, all, {
        source: 'b.txt',
        claims: [{ ...recovers, subject: named('b.txt', 'Enterprise', 'Zinkwerk') }],
      })
      const first = await test.store.statementsIn(documentId('a.txt'), { limit: 3 })
      const rest = await test.store.statementsIn(documentId('a.txt'), { limit: 3, cursor: first.cursor })
      expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
        [recovers, treats, capacity, planned].map(claimId),
      )
      expect(rest.cursor).toBeUndefined()
    })

    it('puts an accepted statement first and hides a rejected one', async () => {
      await using test = await openStore()
      await ingest(test.store, all)
      const decision = {
        statement: claimId(treats),
        status: 'accepted',
        by: 'ana',
        at: '2026-02-01T00:00:00.000Z',
        reason: 'seen',
      } as const
      expect(await test.store.decide(decision)).toMatchObject({ id: claimId(treats), status: 'accepted', decision })
      await test.store.decide({ ...decision, statement: claimId(recovers), status: 'rejected' })
      const [page] = await test.store.statementsOf([works.id], {}, { limit: 10 })
      expect(page?.items.map(({ id }) => id)).toEqual([treats, planned, capacity].map(claimId))
      await expect(test.store.decide({ ...decision, statement: 'st-none' })).rejects.toMatchObject({
        code: 'not-found',
      })
    })

    it('takes a later decision over an earlier one', async () => {
      await using test = await openStore()
      await ingest(test.store, all)
      const decision = { statement: claimId(treats), by: 'ana', at: '2026-02-01T00:00:00.000Z' }
      await test.store.decide({ ...decision, status: 'rejected' })
      expect(await test.store.decide({ ...decision, status: 'accepted', by: 'ben' })).toMatchObject({
        status: 'accepted',
        decision: { by: 'ben' },
      })
    })

    it('counts the distinct documents that say the same of the same canonical entities', async () => {
      await using test = await openStore()
      const said = (source: string, more: Partial<Claim> = {}): Claim => ({
        ...recovers,
        subject: named(source, 'Enterprise', 'Zinkwerk'),
        ...more,
      })
      const b = said('b.txt')
      await ingest(
        test.store,
        { source: 'a.txt', claims: [recovers] },
        { source: 'b.txt', claims: [b, { ...b, qualifiers: { role: 'second' } }] },
        { source: 'c.txt', claims: [said('c.txt', { modality: 'planned' })] },
      )
      const corroboration = async (claim: Claim) => (await test.store.statements([claimId(claim)]))[0]?.corroboration
      expect(await corroboration(recovers)).toBe(1)
      await test.store.judge([
        judged(works, b.subject, 'same'),
        judged(b.subject, named('c.txt', 'Enterprise', 'Zinkwerk'), 'same'),
      ])
      expect(await corroboration(recovers)).toBe(2)
      expect(await corroboration(b)).toBe(2)
      expect(await corroboration(said('c.txt', { modality: 'planned' }))).toBe(1)
      await test.store.decide({
        statement: claimId(recovers),
        status: 'rejected',
        by: 'ana',
        at: '2026-02-01T00:00:00.000Z',
      })
      expect(await corroboration(b)).toBe(1)
    })

    it('counts on when very many documents say it', async () => {
      await using test = await openStore()
      const claim: Claim = { subject: dust, predicate: 'CONTAINS', object: zinc }
      for (let at = 0; at < 45; at += 1) await ingest(test.store, { source: `${at}.txt`, claims: [claim] })
      const [page] = await test.store.statementsOf([dust.id], {}, { limit: 5 })
      expect(page?.items.map(({ corroboration }) => corroboration)).toEqual([45])
      expect((await test.store.neighbours(zinc.id, {}, { limit: 5 })).items[0]?.statement.corroboration).toBe(45)
    })

    it('counts values as the same when they mean the same', async () => {
      await using test = await openStore()
      const say = (source: string, value: Claim['value']): Claim => ({
        subject: zinc,
        predicate: 'description',
        value,
        quote: `From ${source}.`,
      })
      await ingest(
        test.store,
        { source: 'a.txt', claims: [say('a', words('A blue-white metal'))] },
        { source: 'b.txt', claims: [say('b', words('a blue white metal!'))] },
        { source: 'c.txt', claims: [say('c', words('a grey metal'))] },
      )
      const [page] = await test.store.statementsOf([zinc.id], {}, { limit: 10 })
      expect(page?.items.map(({ corroboration }) => corroboration).sort()).toEqual([1, 2])
    })

    it('refuses a quote that is not at its offsets, naming the statement', async () => {
      await using test = await openStore()
      const plan = buildPlan(all)
      const shift = (by: number) => ({
        ...plan,
        assert: plan.assert.map(({ change, statement }) => ({
          change,
          statement: {
            ...statement,
            evidence: statement.evidence.map((each) => ({ ...each, start: each.start + by, end: each.end + by })),
          },
        })),
      })
      const refusal = { code: 'not-grounded', message: expect.stringContaining(plan.assert[0]?.statement.id as string) }
      await expect(test.store.apply(shift(1))).rejects.toMatchObject(refusal)
      await expect(test.store.apply(shift(-10_000))).rejects.toMatchObject(refusal)
      await expect(test.store.apply(shift(Number.NaN))).rejects.toMatchObject(refusal)
      const bare = plan.assert.map(({ change, statement }) => ({ change, statement: { ...statement, evidence: [] } }))
      await expect(test.store.apply({ ...plan, assert: bare })).rejects.toMatchObject(refusal)
      const lost = plan.assert.map(({ change, statement }) => ({
        change,
        statement: { ...statement, evidence: statement.evidence.map((each) => ({ ...each, version: 'gone' })) },
      }))
      await expect(test.store.apply({ ...plan, assert: lost })).rejects.toMatchObject(refusal)
      expect(await test.store.counts()).toMatchObject({ documents: 0, entities: 0, statements: 0 })
    })

    it('refuses what the ontology does not allow, and ends that do not exist', async () => {
      await using test = await openStore()
      const refused = async (claim: Claim) =>
        expect(ingest(test.store, { source: 'a.txt', claims: [claim] })).rejects.toMatchObject({ code: 'invalid' })
      await refused({ subject: zinc, predicate: 'RECOVERS', object: works })
      await refused({ subject: zinc, predicate: 'capacity', value: tonnes(1) })
      await refused({ subject: works, predicate: 'RECOVERS', value: tonnes(1) })
      await refused({ subject: works, predicate: 'capacity', object: zinc })
      await refused({ subject: works, predicate: 'capacity' })
      await refused({ subject: works, predicate: 'LIKES' as Claim['predicate'], object: zinc })
      await refused({ ...recovers, confidence: 1.2 })
      const plan = buildPlan({ source: 'a.txt', claims: [recovers] })
      await expect(test.store.apply({ ...plan, entities: [works] })).rejects.toMatchObject({ code: 'invalid' })
      expect(await test.store.counts()).toMatchObject({ documents: 0, entities: 0, statements: 0 })
    })
  })
}
