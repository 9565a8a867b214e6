import { expect, it } from 'vitest'
import { judgeOutcome } from '../../../src/cli/judge-outcome.ts'

const refused = (code: string) => [{ code, message: '', origin: 'read' as const, fatal: true }]
const reserved = [{ code: 'page-without-text', message: '', origin: 'read' as const }]

it('tells all done, some refused, and nothing there apart', () => {
  expect(judgeOutcome([])).toBe(0)
  expect(judgeOutcome([[], reserved])).toBe(0)
  expect(judgeOutcome([[], refused('empty')])).toBe(2)
  expect(judgeOutcome([refused('empty')])).toBe(2)
  expect(judgeOutcome([refused('not-found'), refused('not-found')])).toBe(1)
  expect(judgeOutcome([refused('not-found'), []])).toBe(2)
})
