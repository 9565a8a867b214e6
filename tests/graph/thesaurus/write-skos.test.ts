import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../graph/thesaurus/load-thesaurus.ts'
import { readSkosJsonLd, readSkosTurtle } from '../../../graph/thesaurus/read-skos.ts'
import { writeSkosJsonLd, writeSkosTurtle } from '../../../graph/thesaurus/write-skos.ts'
import { buildConcept } from '../../support/build-concept.ts'

const concepts = loadThesaurus().concepts()

describe('writeSkosTurtle and writeSkosJsonLd', () => {
  it('comes back whole from Turtle', async () => {
    expect(readSkosTurtle(await writeSkosTurtle(concepts))).toEqual(concepts)
  })

  it('comes back whole from JSON-LD', () => {
    expect(readSkosJsonLd(writeSkosJsonLd(concepts))).toEqual(concepts)
  })

  it('carries what the optional fields hold, and characters Turtle escapes', async () => {
    const full = buildConcept({
      id: 'waste-stream/ash',
      prefLabel: { en: 'ash "fine"\\', zh: '灰\n渣' },
      hiddenLabel: { en: ['ahs'] },
      definition: 'What a fire leaves.',
      related: ['waste-stream/dust'],
      exactMatch: ['http://www.eionet.europa.eu/gemet/concept/1'],
      closeMatch: ['http://www.eionet.europa.eu/gemet/concept/2'],
      codes: [{ scheme: 'hs', code: '2620.11', source: 'a test', status: 'to-verify', inferred: true }],
    })
    expect(readSkosTurtle(await writeSkosTurtle([full]))).toEqual([full])
    expect(readSkosJsonLd(writeSkosJsonLd([full]))).toEqual([full])
  })

  it('uses the terms of SKOS', async () => {
    const turtle = await writeSkosTurtle(concepts)
    expect(turtle).toContain('skos:Concept')
    expect(turtle).toContain('skos:prefLabel "electric arc furnace dust"@en')
    expect(turtle).toContain('skos:broader <urn:cupel:concept:waste-stream/steel-dust>')
  })
})
