import { GraphQLError } from 'graphql'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { GraphError } from '../../../graph/graph-error.ts'
import { createErrorMask } from '../../../src/api/mask-error.ts'
import { SearchError } from '../../../src/search/search-error.ts'

function openMask() {
  const lines: string[] = []
  const mask = createErrorMask(pino({ base: undefined }, { write: (line: string) => lines.push(line) }))
  return { mask, lines }
}

const located = (originalError: Error) =>
  new GraphQLError(originalError.message, { originalError, path: ['search', 0] })

describe('the error mask', () => {
  it('lets through what was written for the client', () => {
    const { mask, lines } = openMask()
    const error = new GraphQLError('Mend this', { extensions: { code: 'mend-this' } })
    expect(mask(error)).toBe(error)
    expect(mask(located(error))).toMatchObject({ message: 'Mend this' })
    expect(lines).toEqual([])
  })

  it.each([new GraphError('not-found', 'There is no such thing'), new SearchError('query-empty', 'Say something')])(
    'shows a failure the client can mend, with its code: %s',
    (error) => {
      const { mask, lines } = openMask()
      expect(mask(located(error))).toMatchObject({
        message: error.message,
        path: ['search', 0],
        extensions: { code: error.code },
      })
      expect(lines).toEqual([])
    },
  )

  it.each([
    new TypeError('secret is undefined'),
    new GraphError('store-corrupt', 'secret file is malformed'),
    'a secret string',
    null,
  ])('hides a surprise behind the id it is logged with: %s', (surprise) => {
    const { mask, lines } = openMask()
    const masked = mask(surprise instanceof Error ? located(surprise) : surprise)
    expect(JSON.stringify(masked)).not.toContain('secret')
    const { reference } = masked.extensions
    expect(masked.message).toContain(reference)
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'surprise', reference })
    expect(lines[0]?.includes('secret')).toBe(surprise !== null)
  })
})
