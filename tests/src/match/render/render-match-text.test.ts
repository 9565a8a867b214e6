import { describe, expect, it } from 'vitest'
import { renderMatchText } from '../../../../src/match/render/render-match-text.ts'
import { buildMatchAnswer } from '../../../support/build-match-answer.ts'

describe('renderMatchText', () => {
  it('shows need, chain, reason, quote with its source, question and note', () => {
    const text = renderMatchText(buildMatchAnswer())
    for (const part of [
      'waste: electric arc furnace dust (“EAF dust”)',
      '1. 0.80  Ring kiln → Dusty → Thailand',
      'Ring kiln treats EAF dust.',
      '“It takes EAF dust.” a.pdf, p. 2',
      'ask: Is there a plant to visit?',
      'No quantity was given.',
    ])
      expect(text).toContain(part)
    expect(text.endsWith('\n')).toBe(true)
  })

  it('says that there is no match', () => {
    expect(renderMatchText(buildMatchAnswer({ matches: [] }))).toContain('No match.')
  })

  it('cuts a long quote and keeps it on one line', () => {
    const answer = buildMatchAnswer()
    const evidence = answer.matches[0]?.criteria[0]?.evidence[0]
    if (evidence) evidence.quote = `${'word\n'.repeat(200)}end`
    const line = renderMatchText(answer)
      .split('\n')
      .find((row) => row.includes('“word word'))
    expect(line?.length).toBeLessThan(300)
    expect(line).toContain('…')
  })
})
