import type { MatchAnswer } from '../../src/match/match.ts'

/** An answer with one match of two criteria. */
export function buildMatchAnswer(more: Partial<MatchAnswer> = {}): MatchAnswer {
  return {
    need: {
      text: 'EAF dust',
      wasteStreams: [
        { id: 'waste-stream/eaf-dust', label: 'electric arc furnace dust', matched: 'EAF dust', via: 'label' },
      ],
      metals: [],
      technologies: [],
    },
    matches: [
      {
        technology: { id: 'ent-1', name: 'Ring kiln' },
        project: null,
        enterprise: { id: 'ent-2', name: 'Dusty' },
        country: { id: 'country/TH', name: 'Thailand' },
        score: 0.8,
        criteria: [
          {
            name: 'waste',
            score: 1,
            because: 'Ring kiln treats EAF dust.',
            evidence: [{ document: 'a.pdf', quote: 'It takes EAF dust.', statement: 'st-1', page: 2 }],
          },
          { name: 'metal', score: null, because: 'The need names no metal.', evidence: [] },
        ],
        missing: ['Is there a plant to visit?'],
      },
    ],
    nearMisses: [],
    notes: ['No quantity was given.'],
    ...more,
  }
}
