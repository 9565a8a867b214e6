import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../../graph/thesaurus/load-thesaurus.ts'
import { listBasel } from '../../../../src/match/judge/list-basel.ts'
import { buildNeed } from '../../../support/build-need.ts'

const thesaurus = loadThesaurus()
const list = (...slugs: string[]) =>
  listBasel(buildNeed(thesaurus, { waste: slugs.map((slug) => `waste-stream/${slug}`) }).wasteStreams, thesaurus)

describe('listBasel', () => {
  it('finds the Annex VIII entry of lead-acid batteries', () => {
    expect(list('lead-acid-batteries')).toMatchObject({ annex: 'VIII', codes: ['A1160'], inferred: false })
  })

  it('says where the entries are inferred', () => {
    expect(list('eaf-dust')).toMatchObject({ annex: 'VIII', inferred: true })
  })

  it('finds Annex IX where nothing stricter lists the waste', () => {
    expect(list('aluminium-dross')).toMatchObject({ annex: 'IX', codes: ['B1100'] })
  })

  it('takes the strictest among several wastes', () => {
    expect(list('aluminium-dross', 'lead-acid-batteries')?.annex).toBe('VIII')
  })

  it('looks to the broader concept where a waste has no entry', () => {
    const listing = list('stainless-steel-dust')
    expect(listing?.broaderLabel).toBe('steel dust')
  })
})
