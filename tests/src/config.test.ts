import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'

describe('readConfig', () => {
  it('has a default for everything but the token and the workers', () => {
    expect(readConfig({})).toEqual({
      dataFolder: resolve('.cupel'),
      token: undefined,
      workers: undefined,
      logLevel: 'info',
      host: '127.0.0.1',
      port: 4000,
    })
  })

  it('reads what is set, and takes an empty variable for one that is not', () => {
    const config = readConfig({ CUPEL_DATA: '/data', CUPEL_WORKERS: '0', CUPEL_LOG: 'debug', PORT: '0', HOST: '' })
    expect(config).toMatchObject({ dataFolder: '/data', workers: 0, logLevel: 'debug', port: 0, host: '127.0.0.1' })
  })

  it.each([
    ['PORT', '70000', 'from 0 to 65535'],
    ['PORT', 'http', 'a whole number'],
    ['CUPEL_WORKERS', ' ', 'a whole number'],
    ['CUPEL_WORKERS', '1.5', 'a whole number'],
    ['CUPEL_LOG', 'loud', 'silent, error, warn, info, debug'],
  ])('refuses %s=%s and says what was expected', (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(message)
  })

  it('lists every problem at once, and never shows the token', () => {
    const read = () => readConfig({ CUPEL_TOKEN: 'short', PORT: '-1' })
    expect(read).toThrow(/CUPEL_TOKEN[\s\S]*PORT/)
    expect(read).not.toThrow(/short/)
  })
})
