import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../graph/thesaurus/load-thesaurus.ts'
import { answerLegality } from '../../../src/legality/answer-legality.ts'
import { renderLegalityText } from '../../../src/legality/render-legality-text.ts'
import { openTestStore } from '../../support/open-test-store.ts'

async function render(waste: string, from: string, to: string, today = '2026-11-22'): Promise<string> {
  await using test = await openTestStore()
  const deps = { store: test.store, thesaurus: loadThesaurus(), today }
  return renderLegalityText(await answerLegality(deps, { waste, from, to }))
}

describe('renderLegalityText', () => {
  it('leads with the answer and ends with the notice', async () => {
    const text = await render('A1160', 'CH', 'IN')
    expect(text.split('\n').slice(0, 3)).toEqual([
      'used lead-acid battery, Switzerland → India, for recovery, on 2026-11-22',
      '',
      'Likely prohibited.',
    ])
    expect(text).toMatch(/This is no legal advice\..*\n$/)
  })

  it('marks what decides, what is out of date and what nobody has checked', async () => {
    const text = await render('A1160', 'CH', 'IN', '2030-01-01')
    expect(text).toContain('● The ban amendment [basel-ban-amendment]')
    expect(text).toContain('as of 2026-11, OUT OF DATE')
    expect(text).toContain('to verify; not reviewed')
  })

  it('says what it did not understand', async () => {
    expect(await render('A1160', 'Atlantis', 'IN')).toContain('“Atlantis” was given')
  })
})
