/** Namespaces of the SKOS form of the thesaurus. Ours has no address of its own: it names terms, nothing is fetched. */
export const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  cupel: 'urn:cupel:vocabulary:',
  concept: 'urn:cupel:concept:',
  notation: 'urn:cupel:notation:',
} as const

const { skos, cupel, dct, rdf } = PREFIXES

export const TERMS = {
  type: `${rdf}type`,
  concept: `${skos}Concept`,
  scheme: `${skos}ConceptScheme`,
  inScheme: `${skos}inScheme`,
  prefLabel: `${skos}prefLabel`,
  altLabel: `${skos}altLabel`,
  hiddenLabel: `${skos}hiddenLabel`,
  definition: `${skos}definition`,
  broader: `${skos}broader`,
  related: `${skos}related`,
  exactMatch: `${skos}exactMatch`,
  closeMatch: `${skos}closeMatch`,
  notation: `${skos}notation`,
  source: `${dct}source`,
  title: `${dct}title`,
  /** Entity type of a concept. */
  entityType: `${cupel}entityType`,
  contains: `${cupel}contains`,
  /** Language tags, labels: see the fields of the same names of `Concept`. */
  toVerify: `${cupel}toVerify`,
  needsContext: `${cupel}needsContext`,
  sharedLabel: `${cupel}sharedLabel`,
  /** A node that tells where a code comes from; its value is a `skos:notation` typed by its scheme. */
  code: `${cupel}code`,
  status: `${cupel}status`,
  inferred: `${cupel}inferred`,
} as const

export const SCHEME = 'urn:cupel:thesaurus'
