import { describe, expect, it } from 'vitest'
import { renderMatch } from '../../../../src/match/render/render-match.ts'
import { buildMatchAnswer } from '../../../support/build-match-answer.ts'

describe('renderMatch', () => {
  it('gives names, scores, reasons and quotes in the fixed form', () => {
    expect(renderMatch(buildMatchAnswer())).toEqual({
      need: buildMatchAnswer().need,
      matches: [
        {
          technology: 'Ring kiln',
          project: null,
          enterprise: 'Dusty',
          country: 'Thailand',
          score: 0.8,
          criteria: [
            {
              name: 'waste',
              score: 1,
              because: 'Ring kiln treats EAF dust.',
              evidence: [{ document: 'a.pdf', quote: 'It takes EAF dust.', page: 2 }],
            },
            { name: 'metal', score: null, because: 'The need names no metal.', evidence: [] },
          ],
          missing: ['Is there a plant to visit?'],
        },
      ],
      nearMisses: [],
      notes: ['No quantity was given.'],
    })
  })

  it('says of a near miss where it fell and what it would need', () => {
    const [match] = buildMatchAnswer().matches
    if (!match) throw new Error('The fixture holds a match')
    const miss = { ...match, failed: 'capacity' as const, wouldNeed: 'More.', whyNot: 'Falls at capacity.' }
    const answer = buildMatchAnswer({ matches: [], nearMisses: [miss] })
    expect(renderMatch(answer).nearMisses[0]).toMatchObject({
      enterprise: 'Dusty',
      failed: 'capacity',
      wouldNeed: 'More.',
      whyNot: 'Falls at capacity.',
    })
  })

  it('is plain JSON', () => {
    const rendered = renderMatch(buildMatchAnswer())
    expect(JSON.parse(JSON.stringify(rendered))).toEqual(rendered)
  })
})
