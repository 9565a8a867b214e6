import { describe, expect, it } from 'vitest'
import { createHostCheck } from '../../../../src/api/http/check-host.ts'

describe('the host check', () => {
  it.each(['localhost', 'localhost:4000', 'LOCALHOST:80', '127.0.0.1', '127.0.0.1:4000', '[::1]', '[::1]:4000'])(
    'lets the own name %s through on a loopback address',
    (header) => {
      for (const address of ['127.0.0.1', '::1']) expect(createHostCheck(address, address)(header)).toBe(true)
    },
  )

  it.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.0.2.1',
    '',
    undefined,
  ])('stops %j on a loopback address', (header) => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect(createHostCheck(address, address)(header)).toBe(false)
  })

  it('knows the configured name of a loopback address, and that address', () => {
    const check = createHostCheck('127.0.1.1', 'Desk.internal')
    expect(['desk.internal:4000', '127.0.1.1:4000', 'localhost', 'other.internal'].map(check)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('leaves the names of an address others can reach to the network', () => {
    for (const address of ['0.0.0.0', '::', '192.0.2.1'])
      expect(createHostCheck(address, address)('any.example')).toBe(true)
  })
})
