import { describe, expect, it } from 'vitest'
import { readSkosJsonLd, readSkosTurtle } from '../../../graph/thesaurus/read-skos.ts'

const TURTLE = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:cupel:concept:waste-stream/ash> a skos:Concept ;
  <urn:cupel:vocabulary:entityType> "WasteStream" ;
  skos:prefLabel "ash"@en , "灰"@zh ; skos:altLabel "cinders"@en ;
  skos:related <urn:cupel:concept:waste-stream/dust> .
`

describe('readSkosTurtle', () => {
  it('reads hand-written SKOS', () => {
    expect(readSkosTurtle(TURTLE)).toEqual([
      {
        id: 'waste-stream/ash',
        type: 'WasteStream',
        prefLabel: { en: 'ash', zh: '灰' },
        altLabel: { en: ['cinders'] },
        broader: [],
        related: ['waste-stream/dust'],
        codes: [],
      },
    ])
  })

  it('refuses what is no SKOS and says why', () => {
    expect(() => readSkosTurtle('this is no turtle')).toThrow(/expected Turtle/)
    expect(() => readSkosJsonLd('{')).toThrow(/expected JSON-LD/)
    expect(() => readSkosJsonLd('{"@context": {}}')).toThrow(/expanded JSON-LD/)
    const nameless = '<urn:x> a <http://www.w3.org/2004/02/skos/core#Concept> .'
    expect(() => readSkosTurtle(nameless)).toThrow(/urn:x/)
  })
})
