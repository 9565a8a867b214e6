import { describe, expect, it } from 'vitest'
import { readStatus } from '../../../../ingest/extract/table/read-status.ts'

describe('readStatus', () => {
  it.each([
    ['In operation', 'holds'],
    ['Commercial', 'holds'],
    ['Planned', 'planned'],
    ['under construction since 2024', 'planned'],
    ['在建', 'planned'],
    ['Closed in 2021', 'over'],
    ['not in operation', 'over'],
    ['planned, then cancelled', 'over'],
    ['停产', 'over'],
  ])('reads %s as %s', (text, status) => {
    expect(readStatus(text)).toBe(status)
  })
})
