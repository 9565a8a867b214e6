import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentId } from '../../../../graph/identity.ts'
import type { GraphStore } from '../../../../graph/store/graph-store.ts'
import { arbitraryReading, SOURCES } from '../../../support/arbitrary-reading.ts'
import { ingest, judged, named, withdraw } from '../../../support/build-reading.ts'
import { exportLines, findings } from '../../../support/read-whole.ts'
import type { OpenStore } from './store-factory.ts'

/** Few and short enough for every run of the tests; a failing one shrinks to a readable case. */
const RUNS = { numRuns: 40 }

const arbitraryStep = fc.oneof(
  { weight: 4, arbitrary: arbitraryReading.map((reading) => ({ reading, source: reading.source })) },
  { weight: 1, arbitrary: fc.constantFrom(...SOURCES).map((source) => ({ reading: undefined, source })) },
)
type Step = typeof arbitraryStep extends fc.Arbitrary<infer T> ? T : never

async function take(store: GraphStore, { reading, source }: Step): Promise<void> {
  if (reading) await ingest(store, reading)
  else if (await store.document(documentId(source))) await withdraw(store, source)
}

export function describeProperties(openStore: OpenStore): void {
  describe('properties', () => {
    it('is the same after a reading is applied twice', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(arbitraryStep, { maxLength: 5 }), arbitraryReading, async (steps, reading) => {
          await using test = await openStore()
          for (const step of steps) await take(test.store, step)
          await ingest(test.store, reading)
          const once = await exportLines(test.store)
          await ingest(test.store, reading)
          expect(await exportLines(test.store)).toEqual(once)
        }),
        RUNS,
      )
    })

    it('is, after a document is withdrawn, as if it had never been', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(arbitraryStep, { minLength: 1, maxLength: 10 }),
          fc.constantFrom(...SOURCES),
          async (steps, gone) => {
            await using having = await openStore()
            await using without = await openStore()
            for (const step of steps) {
              await take(having.store, step)
              if (step.source !== gone) await take(without.store, step)
            }
            await take(having.store, { reading: undefined, source: gone })
            expect(await exportLines(having.store)).toEqual(await exportLines(without.store))
            expect(await having.store.listEntities({}, { limit: 100 })).toEqual(
              await without.store.listEntities({}, { limit: 100 }),
            )
            expect(await findings(having.store)).toEqual([])
          },
        ),
        RUNS,
      )
    })

    it('gives every quote at its offsets, for any text', async () => {
      const arbitraryText = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })
      await fc.assert(
        fc.asyncProperty(
          arbitraryText,
          fc.array(arbitraryText, { minLength: 1, maxLength: 4 }),
          async (preface, quotes) => {
            await using test = await openStore()
            const subject = named('a.txt', 'Enterprise', 'Zinkwerk')
            const claims = quotes.map((quote) => {
              return {
                subject,
                predicate: 'description' as const,
                quote,
                value: { kind: 'text' as const, text: quote },
              }
            })
            await ingest(test.store, { source: 'a.txt', claims, preface })
            const id = documentId('a.txt')
            const text = (await test.store.documentVersion(id))?.text
            const { items } = await test.store.statementsIn(id, { limit: 10 })
            expect(items.flatMap(({ evidence }) => evidence)).toHaveLength(quotes.length)
            for (const { start, end, quote } of items.flatMap(({ evidence }) => evidence))
              expect(text?.slice(start, end)).toBe(quote)
            expect(await findings(test.store)).toEqual([])
          },
        ),
        RUNS,
      )
    })

    it('restores what was when judgements are taken back, in whatever order they came', async () => {
      const entities = [0, 1, 2, 3, 4, 5].map((at) => named(`${at}.txt`, 'Enterprise', `Works ${at % 3}`))
      const arbitraryJudgement = fc
        .record({
          pair: fc.uniqueArray(fc.constantFrom(...entities), { minLength: 2, maxLength: 2 }),
          verdict: fc.constantFrom('same' as const, 'same' as const, 'different' as const),
          score: fc.constantFrom(0.5, 0.7, 0.9),
        })
        .map(({ pair: [left, right], verdict, score }) =>
          judged(left as (typeof entities)[0], right as (typeof entities)[0], verdict, { score }),
        )
      await fc.assert(
        fc.asyncProperty(
          fc.array(arbitraryJudgement, { maxLength: 8 }),
          fc.array(arbitraryJudgement, { minLength: 1, maxLength: 4 }),
          async (kept, undone) => {
            await using test = await openStore()
            await using other = await openStore()
            for (const { store } of [test, other])
              for (const [at, entity] of entities.entries())
                await ingest(store, { source: `${at}.txt`, entities: [entity] })
            const state = (store: GraphStore) => store.listEntities({}, { limit: 20 })
            for (const judgement of kept) await test.store.judge([judgement])
            const before = await state(test.store)
            const byAna = undone.map((judgement) => ({ ...judgement, by: 'ana' }))
            for (const judgement of byAna) await test.store.judge([judgement])
            expect(await findings(test.store)).toEqual([])
            // An `unsure` of a curator stands over the rules; where the rules had spoken, ana repeats their word.
            const ruled = new Map(kept.map((judgement) => [[judgement.left, judgement.right].sort().join(), judgement]))
            for (const { left, right } of byAna.toReversed())
              await test.store.judge([
                { ...(ruled.get([left, right].sort().join()) ?? judged(left, right, 'unsure')), by: 'ana' },
              ])
            await other.store.judge([...ruled.values()].toReversed())
            expect(await state(other.store)).toEqual(before)
            expect(await findings(test.store)).toEqual([])
          },
        ),
        RUNS,
      )
    })
  })
}
