import { describe, expect, it } from 'vitest'
import { isStale } from '../../../src/legality/is-stale.ts'

describe('isStale', () => {
  it('counts months from the day on', () => {
    expect(isStale('2025-03-15', 12, '2026-03-14')).toBe(false)
    expect(isStale('2025-03-15', 12, '2026-03-15')).toBe(true)
  })

  it('counts a month or a year from its end', () => {
    expect(isStale('2025-03', 12, '2026-03-31')).toBe(false)
    expect(isStale('2025-03', 12, '2026-04-01')).toBe(true)
    expect(isStale('2025', 12, '2026-12-31')).toBe(false)
    expect(isStale('2025', 12, '2027-01-01')).toBe(true)
  })

  it('takes what has no date for stale', () => {
    expect(isStale(null, 12, '2026-01-01')).toBe(true)
  })
})
