import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'
import { fillBlocks } from '../../scripts/quality/page-blocks.ts'
import { listQualitySets } from '../../scripts/quality/quality-sets.ts'
import { findLosses, type RecordedSet, recordedScores } from '../../scripts/quality/recorded-scores.ts'
import { renderQuality } from '../../scripts/quality/render-quality.ts'
import { composePrepare } from '../../src/compose-prepare.ts'
import { evaluateGold } from '../../src/evaluate/evaluate-gold.ts'

const root = packageRoot(import.meta.url)
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const scores = recordedScores.parse(JSON.parse(read('tests/gold/scores.json')))

describe('the page on quality', () => {
  it('shows what was measured, and nothing typed by hand', () => {
    const page = read('docs/quality.md')
    expect(fillBlocks(page, renderQuality(scores)), 'run npm run evaluate').toBe(page)
  })

  it.each(listQualitySets(root).map((set) => [set.title, set] as const))(
    'is no better than %s is read',
    async (_, set) => {
      const recorded = scores[set.id] as RecordedSet
      const now = await evaluateGold(set.folder, composePrepare(), set.names)
      expect(findLosses(recorded, now), 'mend what fell, or run npm run evaluate and say why').toEqual([])
    },
  )

  it('is told of every own document as read or unread', () => {
    const own = listQualitySets(root).filter(({ names }) => names !== undefined)
    const counted = own.reduce((sum, { id }) => sum + (scores[id]?.documents ?? 0), 0)
    expect(counted).toBeGreaterThan(30)
    expect(own.flatMap(({ names }) => names ?? []).length).toBe(counted)
  })
})

describe('a loss', () => {
  const recorded = scores['once-unread'] as RecordedSet

  it('is no score that stays or moves within a point', () => {
    expect(findLosses(recorded, recorded)).toEqual([])
    const slightly = { ...recorded, duplicates: recorded.duplicates + 0.009 }
    expect(findLosses(recorded, slightly)).toEqual([])
  })

  it('is told by name and figures', () => {
    const all = { ...recorded.relations.all, f1: (recorded.relations.all.f1 ?? 0) - 0.02 }
    expect(findLosses(recorded, { ...recorded, relations: { ...recorded.relations, all } })).toEqual([
      expect.stringMatching(/^F1 of relations fell from [\d.]+ to [\d.]+ %$/),
    ])
  })
})

it('refuses a page without the marks of a block', () => {
  expect(() => fillBlocks('# A page', { scores: '1' })).toThrow('<!-- scores: written by npm run evaluate -->')
})
