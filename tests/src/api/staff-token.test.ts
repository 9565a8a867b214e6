import { describe, expect, it } from 'vitest'
import { createStandingCheck, refuseWrite } from '../../../src/api/staff-token.ts'

const TOKEN = 'a-token-of-some-length'
const check = createStandingCheck(TOKEN)
const bearing = (authorization: string) => new Headers({ authorization })

describe('the staff token', () => {
  it('makes staff of whoever bears it', () => {
    expect(check(bearing(`Bearer ${TOKEN}`))).toBe('staff')
    expect(check(bearing(`bearer  ${TOKEN}`))).toBe('staff')
    expect(refuseWrite('staff')).toBeNull()
  })

  it.each(['Bearer', 'Bearer ', TOKEN, `Basic ${TOKEN}`, ''])('counts %j as no token', (authorization) => {
    expect(check(bearing(authorization))).toBe('no-token')
  })

  it.each([`${TOKEN}x`, TOKEN.slice(1), TOKEN.toUpperCase(), 'ü'])('refuses %s', (token) => {
    expect(check(bearing(`Bearer ${token}`))).toBe('wrong-token')
  })

  it('lets nobody write where none is set, whatever they send', () => {
    expect(createStandingCheck(undefined)(bearing('Bearer undefined'))).toBe('writing-disabled')
  })

  it('refuses a write with a code, a status and how to mend it', () => {
    expect(refuseWrite('no-token')?.extensions).toEqual({ code: 'token-required', http: { status: 401 } })
    expect(refuseWrite('wrong-token')?.extensions).toEqual({ code: 'token-wrong', http: { status: 401 } })
    expect(refuseWrite('writing-disabled')?.extensions).toEqual({ code: 'writing-disabled', http: { status: 403 } })
    expect(refuseWrite('writing-disabled')?.message).toContain('CUPEL_TOKEN')
  })
})
