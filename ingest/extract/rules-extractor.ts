import { isRelation, propertyAllows, relationAllows } from '../../graph/ontology/ontology.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import type { ReadDocument } from '../read/source-document.ts'
import { READING_VERSIONS } from '../reading-versions.ts'
import { segmentDocument } from '../segment/segment-document.ts'
import type { Extraction, Extractor } from './extraction.ts'
import { findTopic } from './merge/find-topic.ts'
import { resolveMentions } from './merge/resolve-mentions.ts'
import { resolveReferences } from './merge/resolve-references.ts'
import { createConceptLexicon } from './recognise/find-concepts.ts'
import { recognise } from './recognise/recognise.ts'
import type { Claim, DocumentSense, Relate } from './relate/claim.ts'
import { dropSitesAbroad } from './relate/drop-sites-abroad.ts'
import { markPlans } from './relate/mark-plans.ts'
import { mergeClaims } from './relate/merge-claims.ts'
import { relateAffiliations } from './relate/relate-affiliations.ts'
import { relateChinese } from './relate/relate-chinese.ts'
import { relateDates } from './relate/relate-dates.ts'
import { relateEvents } from './relate/relate-events.ts'
import { relateFacts } from './relate/relate-facts.ts'
import { relateFields } from './relate/relate-fields.ts'
import { relateMembers } from './relate/relate-members.ts'
import { relateNationality } from './relate/relate-nationality.ts'
import { relateNominals } from './relate/relate-nominals.ts'
import { relateOperated } from './relate/relate-operated.ts'
import { relatePlaces } from './relate/relate-places.ts'
import { relateRows } from './relate/relate-rows.ts'
import { relateVerbs } from './relate/relate-verbs.ts'
import { tellPlantsApart } from './relate/tell-plants-apart.ts'

const RULES: readonly Relate[] = [
  relateVerbs,
  relateOperated,
  relateNominals,
  relateAffiliations,
  relatePlaces,
  relateNationality,
  relateEvents,
  relateMembers,
  relateFacts,
  relateDates,
  relateFields,
  relateRows,
  relateChinese,
]

/** The default extractor: offline, deterministic, by thesaurus, gazetteers and rules of language. */
export function createRulesExtractor({ thesaurus }: { thesaurus: Thesaurus }): Extractor {
  const lexicon = createConceptLexicon(thesaurus)
  return {
    name: 'rules',
    version: READING_VERSIONS.rules,
    async extract(document: ReadDocument): Promise<Extraction> {
      const recognition = recognise(document, segmentDocument(document), lexicon)
      const resolution = resolveMentions(recognition, document.text)
      const types = new Map(resolution.entities.map(({ key, type }) => [key, type]))
      const typeOf: DocumentSense['typeOf'] = (key) => types.get(key)
      const topic = findTopic(resolution.sentences)
      resolveReferences(resolution.sentences, topic, typeOf)
      const byKey = new Map(resolution.entities.map((entity) => [entity.key, entity]))
      const sense: DocumentSense = {
        text: document.text,
        topic,
        event: findTopic(resolution.sentences, ['Event']),
        network: findTopic(resolution.sentences, ['Network']),
        company: findTopic(resolution.sentences, ['Enterprise']),
        project: findTopic(resolution.sentences, ['Project']),
        typeOf,
        countryOf: (key) => byKey.get(key)?.country,
        sentences: resolution.sentences,
        find: resolution.find,
      }
      const claims: Claim[] = []
      for (const sentence of resolution.sentences) {
        const said = RULES.flatMap((rule) => [...rule(sentence, sense)])
        claims.push(...markPlans(sentence, said, sense))
      }
      const allowed = claims.filter((claim) => isAllowed(claim, typeOf))
      const told = tellPlantsApart(resolution.entities, dropSitesAbroad(allowed, sense.countryOf))
      return { entities: told.entities, statements: mergeClaims(told.claims), problems: [] }
    },
  }
}

/** The vocabulary has the last word on what may be said of what. */
function isAllowed({ subject, predicate, object, value }: Claim, typeOf: DocumentSense['typeOf']): boolean {
  const from = typeOf(subject)
  if (from === undefined) return false
  if (!isRelation(predicate)) return value !== undefined && propertyAllows(predicate, from)
  const to = object === undefined ? undefined : typeOf(object)
  return to !== undefined && subject !== object && relationAllows(predicate, from, to)
}
