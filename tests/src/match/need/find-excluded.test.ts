import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../../graph/thesaurus/load-thesaurus.ts'
import { findConcepts } from '../../../../src/match/need/find-concepts.ts'
import { findExcluded } from '../../../../src/match/need/find-excluded.ts'

const thesaurus = loadThesaurus()
const excludedIn = (text: string) =>
  findExcluded(text, findConcepts(text, thesaurus)).map(({ start, end }) => text.slice(start, end))

describe('findExcluded', () => {
  it.each([
    ['8 kt of aluminium dross, not salt slag', ['salt slag']],
    ['waste batteries but not lead', ['lead']],
    ['spent lithium-ion batteries excluding LFP', ['LFP']],
    ['EAF dust, no landfill', ['landfill']],
    ['steel dust without lead or cadmium', ['lead', 'cadmium']],
    ['polvo de acería, sin plomo', ['plomo']],
    ['电池,不含铅', ['铅']],
    ['EAF dust, but no rotary hearth furnace', ['rotary hearth furnace']],
    ['EAF dust excluding the Waelz process', ['Waelz process']],
    ['EAF dust, but no Waelz kiln plants', ['Waelz kiln']],
    ['limbah elektronik, bukan aki bekas', ['aki bekas']],
  ])('finds in “%s” what is not meant', (text, expected) => {
    expect(excludedIn(text)).toEqual(expected)
  })

  it.each([
    'we have no lead battery plant',
    'no treatment for aluminium dross exists here',
    'we do not know what to do with salt slag',
    'no more than 5,000 t of steel dust',
    'lead batteries and salt slag',
  ])('leaves “%s” as it stands', (text) => {
    expect(excludedIn(text)).toEqual([])
  })
})
