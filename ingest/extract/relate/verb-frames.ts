import type { EntityType, PredicateName } from '../../../graph/ontology/ontology.ts'
import { inflect } from './verbs.ts'

/** A verb that says a relation: who stands before it and what after it (the other way round in the passive). */
export interface VerbFrame {
  rule: string
  predicate: PredicateName
  /** Base forms. */
  verbs: string
  subject: readonly EntityType[]
  object: readonly EntityType[]
  /** Prepositions one of which must stand between verb and object. */
  over?: readonly string[]
  /** A word that must stand within a few tokens behind the object. */
  followedBy?: string
  /** Forms of other languages, as they stand. */
  forms?: string
  /** How often it is right in the active and passive voice. */
  score: number
  /** The object may lie at most this many tokens behind the verb. */
  reach?: number
}

const ACTORS = ['Enterprise', 'Organization'] as const
const DOERS = ['Enterprise', 'Facility', 'Technology'] as const

export const VERB_FRAMES: readonly VerbFrame[] = [
  {
    rule: 'treats-verb',
    predicate: 'TREATS',
    verbs:
      'recycle treat process handle smelt melt dismantle collect accept shred reprocess refine incinerate valorise upcycle repurpose crush separate sort receive',
    forms:
      'trata tratan procesa procesan recicla reciclan recolecta recupera traite traitent recycle recyclent transforme collecte tratada tratado tratadas traite traitee traitees',
    subject: DOERS,
    object: ['WasteStream'],
    score: 0.86,
    reach: 12,
  },
  {
    rule: 'turns-into',
    predicate: 'TREATS',
    verbs: 'turn convert transform',
    subject: DOERS,
    object: ['WasteStream'],
    followedBy: 'into',
    score: 0.85,
    reach: 10,
  },
  {
    rule: 'recovers-verb',
    predicate: 'RECOVERS',
    verbs: 'recover extract produce obtain yield reclaim regenerate refine win return',
    forms:
      'recupera recuperan extrae extraen produce producen obtiene obtienen recupere recuperent extrait produit produisent',
    subject: DOERS,
    object: ['Metal'],
    score: 0.82,
    reach: 14,
  },
  {
    rule: 'offers-verb',
    predicate: 'OFFERS',
    verbs:
      'use apply develop offer deploy license employ adopt supply commercialise commercialize patent introduce provide market invent pioneer own',
    forms:
      'utiliza utilizan usa usan aplica desarrolla desarrollo ofrece emplea utilise utilisent emploie applique developpe propose',
    subject: ACTORS,
    object: ['Technology'],
    score: 0.8,
    reach: 10,
  },
  {
    rule: 'operates-verb',
    predicate: 'OPERATES',
    verbs:
      'operate run own build construct open reopen inaugurate commission establish manage maintain acquire develop expand plan launch complete implement execute carry coordinate administer',
    forms:
      'opera operan operada operado ejecuta ejecutan ejecutado ejecutada gestiona administra inauguro construye construira abrio amplio exploite exploitent exploitee gere construit inaugure realise',
    subject: ACTORS,
    object: ['Facility', 'Project', 'Programme'],
    score: 0.85,
    reach: 12,
  },
  {
    rule: 'organises-verb',
    predicate: 'ORGANIZED',
    verbs: 'organize organise host convene co-organize co-organise co-host cohost arrange',
    forms: 'organiza organizo organizaron organizado organizada organise organisee organises celebro convoca convoco',
    subject: ['Organization', 'Enterprise', 'Network'],
    object: ['Event'],
    score: 0.92,
    reach: 14,
  },
  {
    rule: 'holds-event',
    predicate: 'ORGANIZED',
    verbs: 'hold',
    subject: ['Organization', 'Enterprise', 'Network'],
    object: ['Event'],
    score: 0.8,
    reach: 8,
  },
  {
    rule: 'initiates-verb',
    predicate: 'ORGANIZED',
    verbs: 'initiate launch found',
    subject: ['Organization', 'Enterprise', 'Network'],
    object: ['Programme', 'Network', 'Project', 'Event'],
    score: 0.7,
    reach: 8,
  },
  {
    rule: 'partners-verb',
    predicate: 'PARTNER_OF',
    verbs: 'partner cooperate co-operate collaborate team agree sign work ally',
    subject: ['Enterprise', 'Organization', 'Programme'],
    object: ['Enterprise', 'Organization', 'Programme'],
    forms: 'trabaja trabajan colabora colaboran coopera cooperan travaille travaillent collabore collaborent coopere',
    over: ['with', 'con', 'avec'],
    score: 0.85,
    reach: 12,
  },
  {
    rule: 'engages-verb',
    predicate: 'PARTNER_OF',
    verbs: 'engage contract hire retain',
    subject: ['Enterprise', 'Organization'],
    object: ['Enterprise', 'Organization'],
    score: 0.78,
    reach: 4,
  },
  {
    rule: 'orders-from',
    predicate: 'PARTNER_OF',
    verbs: 'order buy purchase source',
    subject: ['Enterprise'],
    object: ['Enterprise'],
    over: ['from'],
    score: 0.75,
    reach: 8,
  },
  {
    rule: 'supplies-to',
    predicate: 'PARTNER_OF',
    verbs: 'supply deliver sell license',
    subject: ['Enterprise'],
    object: ['Enterprise'],
    over: ['to'],
    score: 0.75,
    reach: 8,
  },
  {
    rule: 'joins-verb',
    predicate: 'MEMBER_OF',
    verbs: 'join',
    subject: ['Country', 'City', 'Organization', 'Enterprise'],
    object: ['Network', 'Programme'],
    score: 0.9,
    reach: 6,
  },
  {
    rule: 'participates-verb',
    predicate: 'PARTICIPATED_IN',
    verbs: 'attend participate',
    subject: ['Country', 'City', 'Organization', 'Enterprise'],
    object: ['Event', 'Project', 'Programme'],
    score: 0.75,
    reach: 8,
  },
  {
    rule: 'recovers-from',
    predicate: 'TREATS',
    verbs: 'recover extract separate produce obtain reclaim win make',
    subject: DOERS,
    object: ['WasteStream'],
    over: ['from'],
    score: 0.85,
    reach: 18,
  },
  {
    rule: 'separates-metal',
    predicate: 'RECOVERS',
    verbs: 'separate',
    subject: DOERS,
    object: ['Metal'],
    score: 0.78,
    reach: 6,
  },
  {
    rule: 'funds-verb',
    predicate: 'PARTNER_OF',
    verbs: 'fund finance support sponsor co-finance cofinance choose select back',
    subject: ['Organization'],
    object: ['Project', 'Programme', 'Network'],
    score: 0.8,
    reach: 8,
  },
  {
    rule: 'demonstrates-verb',
    predicate: 'DEMONSTRATES',
    verbs: 'demonstrate pilot test',
    subject: ['Project', 'Facility'],
    object: ['Technology'],
    score: 0.8,
    reach: 8,
  },
  {
    rule: 'regulates-verb',
    predicate: 'REGULATES',
    verbs: 'regulate control ban restrict govern',
    subject: ['Regulation'],
    object: ['WasteStream'],
    score: 0.8,
    reach: 8,
  },
  {
    rule: 'contains-verb',
    predicate: 'CONTAINS',
    verbs: 'contain hold',
    subject: ['WasteStream'],
    object: ['Metal'],
    score: 0.75,
    reach: 8,
  },
]

/** Frames by inflected verb form. */
export const FRAMES_BY_FORM: ReadonlyMap<string, readonly VerbFrame[]> = indexFrames()

function indexFrames(): Map<string, VerbFrame[]> {
  const index = new Map<string, VerbFrame[]>()
  for (const frame of VERB_FRAMES) {
    for (const form of [...inflect(frame.verbs.split(' ')).keys(), ...(frame.forms ?? '').split(' ').filter(Boolean)]) {
      const frames = index.get(form)
      if (frames) frames.push(frame)
      else index.set(form, [frame])
    }
  }
  return index
}
