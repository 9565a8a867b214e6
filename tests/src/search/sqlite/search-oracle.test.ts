import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchRecord, SearchRequest } from '../../../../src/search/search-index.ts'
import { openSqliteSearchIndex } from '../../../../src/search/sqlite/open-sqlite-search-index.ts'
import { buildSearchRecord } from '../../../support/build-search-record.ts'
import { searchNaively } from '../../../support/naive-search.ts'

/** Few words, near to one another, so that every way of meeting happens: forms, beginnings, slips, pairs of characters. */
const WORDS =
  'zinc zine zincs lead leader recycling recycler recycled dust dusty industry batteries battery kiln kilns rönnskär 10 2024 a4100 钢铁粉尘 铁粉 the of'.split(
    ' ',
  )
const SLIPS = ['znic', 'recyclin', 'bat', 'ld', 'inc', 'zinx', 'rönskar', '铁', 'batteyr', 'k', 'of']
const CONCEPTS = ['c1', 'c2', 'c3']

const word = fc.constantFrom(...WORDS)
const words = (maxLength: number) => fc.array(word, { maxLength }).map((list) => list.join(' '))
const some = (values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 })

const records: fc.Arbitrary<SearchRecord[]> = fc
  .array(
    fc.record({
      name: fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
      aliases: fc.array(words(2), { maxLength: 1 }),
      text: words(12),
      concepts: some(CONCEPTS),
      mentions: some(CONCEPTS),
      country: some(['TH', 'CN']),
      metal: some(['m1', 'm2']),
      weight: fc.constantFrom(0, 0.25, 0.5, 1),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list.map(({ country, metal, mentions, ...record }, at) =>
      buildSearchRecord({
        id: `r${at}`,
        ...record,
        mentions: mentions.filter((id) => !record.concepts.includes(id)),
        facets: { country, metal },
      }),
    ),
  )

const request: fc.Arbitrary<SearchRequest> = fc
  .record({
    asked: fc.array(fc.constantFrom(...WORDS, ...SLIPS), { minLength: 1, maxLength: 4 }),
    quoted: fc.boolean(),
    concepts: fc.array(
      fc.record({
        id: fc.constantFrom(...CONCEPTS),
        matched: fc.option(word, { nil: undefined }),
        weight: fc.constantFrom(1, 0.5),
      }),
      { maxLength: 2 },
    ),
    country: fc.option(some(['TH', 'CN', 'XX'])),
    metal: fc.option(some(['m1', 'm2'])),
  })
  .map(({ asked, quoted, concepts, country, metal }) => ({
    query: quoted ? `"${asked.join(' ')}"` : asked.join(' '),
    limit: 100,
    concepts: [...new Map(concepts.map((one) => [one.id, { ...one, label: one.id }])).values()],
    filters: { ...(country && { country }), ...(metal && { metal }) },
  }))

describe('a search of the embedded index', () => {
  it('finds, scores and counts what its definition says, for any records, in any order of arrival', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.array(request, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        async (all, requests, rebuilt) => {
          const folder = mkdtempSync(join(tmpdir(), 'cupel-oracle-'))
          const index = await openSqliteSearchIndex({ file: join(folder, 'index.sqlite') })
          try {
            const stale = all
              .slice(0, 3)
              .map((record) => ({ ...record, name: 'zinc of old', text: 'battery battery battery' }))
            await index.apply({ upsert: stale, remove: [] })
            if (rebuilt) {
              await index.rebuild(
                (async function* () {
                  yield* all
                })(),
              )
            } else await index.apply({ upsert: all, remove: ['never'] })
            for (const asked of requests) {
              const expected = searchNaively(all, asked)
              const answer = await index.search(asked)
              expect(Object.fromEntries(answer.hits.map(({ id, score }) => [id, score]))).toEqual(
                Object.fromEntries(expected.scores),
              )
              expect(answer.total).toBe(expected.scores.size)
              expect(answer.facets).toEqual(expected.facets)
            }
          } finally {
            await index.close()
            rmSync(folder, { recursive: true, force: true })
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
