import { indexConcepts } from '../../graph/thesaurus/index-concepts.ts'
import type { Concept, Thesaurus } from '../../graph/thesaurus/thesaurus.ts'

/** A concept with everything the test does not care about left empty. */
export function buildConcept(given: Partial<Concept> & Pick<Concept, 'id' | 'type' | 'prefLabel'>): Concept {
  return { altLabel: {}, broader: [], related: [], codes: [], ...given }
}

/** A small scheme: steel dust and its kinds, dross and the slag it becomes, two metals, a process, a product. */
export function buildThesaurus(more: readonly Concept[] = []): Thesaurus {
  return indexConcepts([
    buildConcept({ id: 'waste-stream/dust', type: 'WasteStream', prefLabel: { en: 'flue dust' } }),
    buildConcept({
      id: 'waste-stream/steel-dust',
      type: 'WasteStream',
      prefLabel: { en: 'steel dust', zh: '钢铁粉尘', vi: 'bụi thép', th: 'ฝุ่นเหล็ก' },
      altLabel: { en: ['steel mill dust'] },
      broader: ['waste-stream/dust'],
      codes: [{ scheme: 'eu-low', code: '10 02 07*', source: 'List of Waste', status: 'verified' }],
    }),
    buildConcept({
      id: 'waste-stream/eaf-dust',
      type: 'WasteStream',
      prefLabel: { en: 'electric arc furnace dust' },
      altLabel: { en: ['EAF dust', 'EAFD'] },
      broader: ['waste-stream/steel-dust'],
      codes: [{ scheme: 'us-rcra', code: 'K061', source: '40 CFR 261.32', status: 'verified' }],
    }),
    buildConcept({
      id: 'waste-stream/aluminium-dross',
      type: 'WasteStream',
      prefLabel: { en: 'aluminium dross', zh: '铝渣' },
    }),
    buildConcept({
      id: 'waste-stream/black-dross',
      type: 'WasteStream',
      prefLabel: { en: 'black dross' },
      broader: ['waste-stream/aluminium-dross'],
    }),
    buildConcept({
      id: 'waste-stream/salt-slag',
      type: 'WasteStream',
      prefLabel: { en: 'salt slag' },
      altLabel: { en: ['salt cake'] },
      related: ['waste-stream/black-dross'],
    }),
    buildConcept({
      id: 'waste-stream/lead-battery',
      type: 'WasteStream',
      prefLabel: { en: 'lead-acid battery', es: 'batería de plomo' },
      altLabel: { en: ['lead battery', 'ULAB'] },
      codes: [{ scheme: 'basel-annex', code: 'A1160', source: 'Annex VIII', status: 'verified' }],
    }),
    buildConcept({
      id: 'technology/lead-battery-recycling',
      type: 'Technology',
      prefLabel: { en: 'lead battery recycling', zh: '铅酸电池回收' },
    }),
    buildConcept({ id: 'metal/zinc', type: 'Metal', prefLabel: { en: 'zinc', zh: '锌' }, altLabel: { en: ['Zn'] } }),
    buildConcept({ id: 'metal/gold', type: 'Metal', prefLabel: { en: 'gold', fr: 'or' } }),
    buildConcept({ id: 'metal/aluminium', type: 'Metal', prefLabel: { en: 'aluminium', zh: '铝' } }),
    buildConcept({
      id: 'product/car-battery',
      type: 'Product',
      prefLabel: { en: 'car battery' },
      related: ['waste-stream/lead-battery'],
    }),
    ...more,
  ])
}
