import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { foldName } from '../../../graph/values/fold-name.ts'
import { parseOrganisationName } from '../../../graph/values/organisation-name.ts'
import type { ExtractedEntity } from '../extraction.ts'
import type { Candidate } from '../recognise/candidate.ts'
import type { Definition } from '../recognise/find-abbreviations.ts'
import { stemWord } from '../recognise/stem-word.ts'

/** An entity in the making, with the candidates that name it. */
export interface Cluster {
  entity: ExtractedEntity
  candidates: Candidate[]
  /** What it is looked up by while documents are merged. */
  keys: string[]
}

/** Types among which one name means one thing: a body taken for a company here and an organisation there is one. */
const SHARING: ReadonlySet<EntityType> = new Set([
  'Enterprise',
  'Organization',
  'Network',
  'Programme',
  'Project',
  'Event',
  'Facility',
  'Award',
  'Person',
  'Regulation',
])
const ARTICLES = /^(?:the|a|an|el|la|los|las|le|les|der|die|das)\s/

/** An event's name without its year, and without "for …" where three words are left: the same event in one document. */
function editionForms(name: string): string[] {
  const plain = name.replace(/^(?:19|20)\d\d\s|\s(?:19|20)\d\d$/g, '')
  const cut = plain.search(/\s(?:for|of|on)\s/)
  const head = cut > 0 ? plain.slice(0, cut) : ''
  return [...(plain === name ? [] : [plain]), ...(head.split(/\s+/).length >= 3 && /^\p{Lu}/u.test(head) ? [head] : [])]
}

/** Rules whose aliases name the thing as surely as its name does. */
const KEYED_BY_ALIAS = new Set(['world-body', 'facility-named', 'project-name', 'process-named'])

/** The form in which two spellings of one name within one document are equal. */
export function nameKey(name: string, type: EntityType): string {
  const core = type === 'Enterprise' ? parseOrganisationName(name).core : name
  const folded = foldName(core).replace(ARTICLES, '')
  return folded.split(' ').map(stemWord).join(' ')
}

const keys = new Map<string, string>()

/** `nameKey`, remembered: a document says its names again and again. */
function keyOf(name: string, type: EntityType): string {
  const asked = `${type === 'Enterprise'}${name}`
  let key = keys.get(asked)
  if (key === undefined) {
    key = nameKey(name, type)
    if (keys.size > 20_000) keys.clear()
    keys.set(asked, key)
  }
  return key
}

/** Gathers candidates into entities: things of the world by their id, others by name, abbreviation and type. */
export class MentionMerger {
  readonly #clusters = new Set<Cluster>()
  readonly #byKey = new Map<string, Cluster>()
  #count = 0

  add(candidate: Candidate, definition?: Definition): Cluster {
    const keys = this.#keysOf(candidate, definition)
    const met = keys.map((key) => this.#byKey.get(key)).filter((cluster) => cluster !== undefined)
    const known = candidate.introduces && met.every(isDescribed) ? [] : met
    const cluster = known[0] ?? this.#open(candidate)
    for (const other of new Set(known)) if (other !== cluster) this.#absorb(cluster, other)
    cluster.candidates.push(candidate)
    for (const key of keys) {
      if (this.#byKey.get(key) === cluster) continue
      this.#byKey.set(key, cluster)
      cluster.keys.push(key)
    }
    if (definition) addAlias(cluster.entity, definition.short)
    for (const alias of candidate.aliases ?? []) addAlias(cluster.entity, alias)
    addAlias(cluster.entity, candidate.name)
    return cluster
  }

  clusters(): readonly Cluster[] {
    return [...this.#clusters]
  }

  /** The cluster a name stands for, whatever its type. */
  find(name: string): Cluster | undefined {
    return this.#byKey.get(`n:${nameKey(name, 'Enterprise')}`) ?? this.#byKey.get(`n:${nameKey(name, 'Organization')}`)
  }

  #keysOf({ worldId, type, name, aliases, rule }: Candidate, definition?: Definition): string[] {
    if (worldId !== undefined) return [`w:${worldId}`]
    const group = SHARING.has(type) ? 'n' : type
    const names = [
      name,
      ...(definition ? [definition.short] : []),
      ...(KEYED_BY_ALIAS.has(rule) ? (aliases ?? []) : []),
    ]
    if (type === 'Event') names.push(...editionForms(name))
    return names.map((form) => `${group}:${keyOf(form, type)}`)
  }

  #open({ type, name, worldId, country }: Candidate): Cluster {
    this.#count += 1
    const cluster: Cluster = {
      entity: {
        key: `e${this.#count}`,
        type,
        name,
        aliases: [],
        mentions: [],
        confidence: 0,
        ...(worldId ? { worldId } : {}),
        ...(country ? { country } : {}),
      },
      candidates: [],
      keys: [],
    }
    this.#clusters.add(cluster)
    return cluster
  }

  /** Makes one of two clusters; the first keeps its name. */
  join(into: Cluster, other: Cluster): void {
    if (into !== other && this.#clusters.has(other)) this.#absorb(into, other)
  }

  #absorb(into: Cluster, other: Cluster): void {
    for (const candidate of other.candidates) into.candidates.push(candidate)
    for (const alias of [other.entity.name, ...other.entity.aliases]) addAlias(into.entity, alias)
    for (const key of other.keys) this.#byKey.set(key, into)
    for (const key of other.keys) into.keys.push(key)
    this.#clusters.delete(other)
  }
}

function isDescribed({ candidates }: Cluster): boolean {
  return candidates.every(({ described }) => described)
}

function addAlias(entity: ExtractedEntity, alias: string): void {
  if (alias !== entity.name && !entity.aliases.includes(alias)) entity.aliases.push(alias)
}
