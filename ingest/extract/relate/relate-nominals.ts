import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { isCapital } from '../../segment/token.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import { stemWord } from '../recognise/stem-word.ts'
import type { Claim, DocumentSense } from './claim.ts'
import { antecedentOf, clauseAt, findSubjects, isOblique, listFrom, listUpTo, placesIn } from './clause.ts'
import { makeClaim } from './make-claim.ts'
import { readModality } from './modality.ts'

const DOERS: readonly EntityType[] = ['Enterprise', 'Facility', 'Technology']
const ACTORS: readonly EntityType[] = ['Enterprise', 'Organization']
const TREATMENT = new Set(
  'reciclaje tratamiento recuperacion procesamiento recyclage traitement valorisation recycling recycler processing processor treatment recovery smelting reprocessing dismantling collection collector disposal handling refining smelter capacity plant facility line refinery works utilisation utilization shredding'.split(
    ' ',
  ),
)
/** Nouns for who or what does it. Stems. */
const AGENT_NOUNS = new Set(
  'planta usine empresa fabrica entreprise recycler processor smelter refiner collector company plant facility firm group business line works refinery enterprise operator specialist hub base producer'.split(
    ' ',
  ),
)
/** What is done to a firm or plant of others. */
const DEALS = new Set(
  'buy buys bought acquire acquires acquired acquiring sell sells sold supply supplies supplied visit visited visits order orders ordered joins joined'.split(
    ' ',
  ),
)
/** Words that say what a doer is busy with. */
const ENGAGED = new Set(
  'focus focuses focused specialises specializes specialised specialized specialising specializing engaged engages active leader leading leads dedicated committed experience involved business dealing takes market expertise enterprise processing capacity'.split(
    ' ',
  ),
)
const RECOVERY = new Set('recovery extraction production producer refining reclamation refinery'.split(' '))
const OWNED: readonly EntityType[] = ['Facility', 'Project', 'Programme', 'Technology']
const PARENT = new Set(['subsidiary', 'unit', 'arm', 'affiliate', 'part', 'division', 'daughter', 'filial'])

/** Relations said by nouns: "W recycler", "recycling of W", "recovery of M", "Y's plant", "its F", "a subsidiary of Y". */
export function* relateNominals(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  yield* treatment(read)
  yield* recovery(read, sense)
  yield* owned(read)
  yield* byMeans(read)
  yield* subsidiaries(read, sense)
  yield* insideNames(read)
  yield* technologyOf(read)
  yield* ownTechnology(read, sense)
}

/** "salt slag recycling", "recycling of salt slag", "capacity for electronic scrap" in a clause with a doer. */
function* treatment(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const waste of placesIn(read, ['WasteStream'], { from: 0, to: tokens.length - 1 })) {
    const after = tokens[waste.last + 1]?.stem ?? ''
    const before = tokens[waste.first - 1]?.fold
    const earlier = tokens[waste.first - 2]?.stem ?? ''
    const compound = TREATMENT.has(after) && after !== 'collector'
    const nominal = /^(?:of|for|in|de|des|du)$/.test(before ?? '') && TREATMENT.has(earlier)
    const doer = AGENT_NOUNS.has(after)
    const applied =
      (compound && (doer || AGENT_NOUNS.has(tokens[waste.last + 2]?.stem ?? ''))) ||
      (nominal && (AGENT_NOUNS.has(earlier) || AGENT_NOUNS.has(tokens[waste.first - 4]?.stem ?? '')))
    const clause = clauseAt(tokens, waste.first)
    const engaged = tokens.slice(clause.from, clause.to + 1).some(({ fold }) => ENGAGED.has(fold))
    if (!applied && !((compound || nominal) && engaged)) continue
    const subjects = findSubjects(read, DOERS, waste.first)
    const deal = subjects.at(-1)
    // "Umbra buys a dross processor"
    if (doer && deal && tokens.slice(deal.last + 1, waste.first).some(({ fold }) => DEALS.has(fold))) continue
    const beyond = subjects.length > 0 ? subjects : afterBy(read, waste)
    const modality = readModality(tokens, (subjects.at(-1)?.last ?? waste.first) + 1, waste.first)
    for (const subject of beyond) {
      if (Math.abs(waste.first - subject.last) > 22) continue
      for (const one of listFrom(read, waste, ['WasteStream']))
        yield makeClaim(
          read,
          subject,
          'TREATS',
          one,
          compound ? 0.74 : 0.7,
          compound ? 'treats-compound' : 'treats-nominal',
          modality,
        )
    }
  }
}

function afterBy(read: ResolvedSentence, waste: Place): Place[] {
  const { tokens } = read.sentence
  const by = tokens.findIndex(({ fold }, index) => fold === 'by' && index > waste.last && index < waste.last + 8)
  if (by < 0) return []
  const doer = read.places.find(({ type, first }) => DOERS.includes(type) && first > by && first - by < 4)
  return doer ? [doer] : []
}

/** "recovery of zinc", "zinc recovery", "recovery rates of 96 % for lithium", "metals such as nickel are recovered there". */
function* recovery(read: ResolvedSentence, { company }: DocumentSense): Generator<Claim> {
  const { tokens } = read.sentence
  const metals = placesIn(read, ['Metal'], { from: 0, to: tokens.length - 1 })
  for (const metal of metals) {
    const after = tokens[metal.last + 1]?.fold ?? ''
    const clause = clauseAt(tokens, metal.first)
    const window = tokens.slice(Math.max(clause.from, metal.first - 10), metal.first).map(({ fold }) => fold)
    const rate =
      window.some((fold) => fold === 'recovery' || fold === 'recoveries' || fold === 'yield') &&
      window.some((fold) => fold === 'of' || fold === 'for')
    const compound = RECOVERY.has(stemWord(after))
    const passive = tokens
      .slice(metal.last + 1, Math.min(clause.to, metal.last + 8) + 1)
      .some(
        ({ fold }, index, list) =>
          (fold === 'recovered' || fold === 'extracted' || fold === 'produced' || fold === 'reclaimed') &&
          list.slice(0, index).every(({ fold: between }) => !/^(?:which|that)$/.test(between)),
      )
    if (!rate && !compound && !passive) continue
    const subjects = nearestDoers(read, metal)
    const modality = readModality(tokens, metal.first - 6, metal.last + 4)
    const { start, end } = read.sentence
    if (
      subjects.length === 0 &&
      company !== undefined &&
      (rate || compound || /^of$/.test(tokens[metal.first - 1]?.fold ?? '')) &&
      window.includes('recovery')
    )
      yield {
        subject: company,
        predicate: 'RECOVERS',
        object: metal.key,
        modality,
        score: 0.66,
        rule: 'recovery-of-company',
        evidence: { start, end },
      }
    for (const subject of subjects) {
      for (const one of [...listUpTo(read, metal, ['Metal']), ...listFrom(read, metal, ['Metal']).slice(1)])
        yield makeClaim(
          read,
          subject,
          'RECOVERS',
          one,
          rate ? 0.8 : 0.7,
          rate ? 'recovery-rate-of' : 'recovers-nominal',
          modality,
        )
    }
  }
}

/** Technologies of the clause first, since it is they that recover; else who acts in it. */
function nearestDoers(read: ResolvedSentence, metal: Place): Place[] {
  const { tokens } = read.sentence
  const technologies = read.places.filter(({ type, last }) => type === 'Technology' && last < metal.first)
  // "its process, which combines A with B": what comes first is what the rest explains.
  const technology = technologies[0]
  const actor = findSubjects(read, ['Enterprise', 'Facility'], metal.first)
  const by = read.places.find(
    ({ type, first }) =>
      DOERS.includes(type) && first > metal.last && ['by', 'at', 'from'].includes(tokens[first - 1]?.fold ?? ''),
  )
  return [...(technology ? [technology] : []), ...actor.slice(0, 1), ...(by ? [by] : [])]
}

/** "Y's F", "its F", "F of Y": whose plant, project or process it is. */
function* owned(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const thing of read.places) {
    if (!OWNED.includes(thing.type) || thing.reference) continue
    let at = thing.first - 1
    const words: string[] = []
    while (
      at >= 0 &&
      thing.first - at < 5 &&
      tokens[at]?.shape === 'lower' &&
      !['its', 'of', 'by', 'in', 'and', 'the', 'with', 'at', 'for'].includes(tokens[at]?.fold ?? '')
    ) {
      words.push(tokens[at]?.fold ?? '')
      at -= 1
    }
    const owner =
      tokens[at]?.fold === "'s"
        ? read.places.find(({ type, last }) => ACTORS.includes(type) && last === at - 1)
        : tokens[at]?.fold === 'its'
          ? read.places.find(({ first, type, reference }) => first === at && reference && ACTORS.includes(type))
          : undefined
    const of =
      tokens[thing.last + 1]?.fold === 'of'
        ? read.places.find(({ type, first }) => ACTORS.includes(type) && first > thing.last && first - thing.last <= 3)
        : undefined
    const by = owner ?? of
    if (!by) continue
    const predicate = thing.type === 'Technology' ? 'OFFERS' : 'OPERATES'
    yield makeClaim(
      read,
      by,
      predicate,
      thing,
      owner ? 0.85 : 0.75,
      `owner-${predicate.toLowerCase()}`,
      readModality(tokens, Math.max(0, at - 5), thing.first),
    )
  }
}

/** "recycles batteries by hydrometallurgy", "using the T process", "with T technology". */
function* byMeans(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const technology of placesIn(read, ['Technology'], { from: 0, to: tokens.length - 1 })) {
    let at = technology.first - 1
    while (
      at >= 0 &&
      technology.first - at <= 4 &&
      ['the', 'its', 'a', 'an', 'own', 'proprietary', 'patented', 'so', 'called', '-'].includes(tokens[at]?.fold ?? '')
    )
      at -= 1
    const inside =
      tokens[at]?.fold === 'in' &&
      /^(?:furnace|kiln|converter|reactor|smelter|cell)$/.test(tokens[technology.last]?.stem ?? '')
    if (
      !inside &&
      !['by', 'using', 'via', 'through', 'with', 'uses', 'por', 'mediante', 'con'].includes(tokens[at]?.fold ?? '')
    )
      continue
    const clause = clauseAt(tokens, at)
    const opening = tokens[at]?.fold === 'using' && at <= clause.from + 1
    const subject = opening
      ? read.places.find(({ type, first }) => ACTORS.includes(type) && first > technology.last)
      : isOfOther(read, at)
        ? undefined
        : findSubjects(read, ACTORS, at)[0]
    const wastes = placesIn(read, ['WasteStream'], { from: clause.from, to: technology.first }).filter(
      (place) => !isOblique(tokens, place) || tokens[place.first - 1]?.fold === 'of',
    )
    const modality = readModality(tokens, clause.from, at)
    const treating = tokens
      .slice(clause.from, at)
      .some(({ fold }) => /^(?:treat|recycl|process|smelt|handl)/.test(fold))
    if (treating)
      for (const waste of wastes) yield makeClaim(read, technology, 'TREATS', waste, 0.85, 'treated-by-means', modality)
    if (subject && subject.last !== technology.last)
      yield makeClaim(read, subject, 'OFFERS', technology, 0.74, 'by-means-of', modality)
  }
}

/** "… and the Pune Centre, which uses a rotary hearth furnace": the firm named before it does not. */
function isOfOther(read: ResolvedSentence, at: number): boolean {
  const antecedent = antecedentOf(read, at)
  return antecedent !== undefined && !ACTORS.includes(antecedent.type)
}

/** "X, a subsidiary of Y", "Y subsidiary X", "X, part of Y". */
function* subsidiaries(read: ResolvedSentence, { company }: DocumentSense): Generator<Claim> {
  const { tokens } = read.sentence
  for (const [at, { fold }] of tokens.entries()) {
    if (!PARENT.has(fold)) continue
    const own = read.places
      .filter(({ type, last, reference }) => ACTORS.includes(type) && last < at && at - last < 8 && !reference)
      .at(-1)
    if (tokens[at + 1]?.fold === 'of') {
      const parent = read.places.find(
        ({ type, first, key }) => ACTORS.includes(type) && first > at && first - at < 8 && key !== own?.key,
      )
      if (own && parent)
        yield makeClaim(
          read,
          own,
          own.type === 'Organization' && parent.type === 'Organization' ? 'PART_OF' : 'AFFILIATED_WITH',
          parent,
          0.9,
          'subsidiary-of',
        )
    } else if (fold === 'subsidiary' || fold === 'unit') {
      const child = read.places.find(({ type, first }) => ACTORS.includes(type) && first > at && first - at < 3)
      const { start, end } = read.sentence
      const possessor = read.places.find(({ last, reference }) => reference && last === at - 1)
      const topic = possessor?.key ?? (tokens[at - 1]?.fold === 'the' ? company : undefined)
      if (!own && child && topic !== undefined && topic !== child.key)
        yield {
          subject: child.key,
          predicate: 'AFFILIATED_WITH',
          object: topic,
          modality: 'asserted',
          score: 0.75,
          rule: 'subsidiary-of-topic',
          evidence: { start, end },
        }
      if (own && child && at - own.last <= 3 && own.key !== child.key)
        yield makeClaim(read, child, 'AFFILIATED_WITH', own, 0.85, 'subsidiary-named')
    }
  }
}

/** "fragmentation of cable scrap", "sorting system for aluminium scrap", "recovery process for neodymium". */
function* technologyOf(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const technology of read.places) {
    if (technology.type !== 'Technology' || technology.reference) continue
    const link = tokens[technology.last + 1]?.fold
    if (link !== 'of' && link !== 'for') continue
    const material = read.places.find(
      ({ type, first }) =>
        (type === 'WasteStream' || type === 'Metal') && first > technology.last && first - technology.last <= 4,
    )
    if (!material) continue
    for (const one of listFrom(read, material, [material.type]))
      yield makeClaim(
        read,
        technology,
        material.type === 'Metal' ? 'RECOVERS' : 'TREATS',
        one,
        0.82,
        'technology-of-material',
      )
  }
}

/** "the patented ReLeach process": on a company's page it is the company's own. */
function* ownTechnology(read: ResolvedSentence, { company }: DocumentSense): Generator<Claim> {
  if (company === undefined) return
  const { tokens, start, end } = read.sentence
  for (const { type, first, key } of read.places) {
    if (
      type !== 'Technology' ||
      !['patented', 'proprietary', 'own', 'our', 'patentierte', 'patentado'].includes(tokens[first - 1]?.fold ?? '')
    )
      continue
    yield {
      subject: company,
      predicate: 'OFFERS',
      object: key,
      modality: 'asserted',
      score: 0.8,
      rule: 'own-technology',
      evidence: { start, end },
    }
  }
}

/**
 * What stands inside the words for a plant or process is what it treats: "salt slag recycling plant". A firm's own name proves
 * nothing: "Blue Copper Dross Works".
 */
function* insideNames(read: ResolvedSentence): Generator<Claim> {
  for (const outer of read.places) {
    if (outer.type !== 'Facility' && outer.type !== 'Technology') continue
    for (const inner of read.places) {
      if (
        inner === outer ||
        inner.first < outer.first ||
        inner.last > outer.last ||
        inner.last - inner.first >= outer.last - outer.first
      )
        continue
      const own = outer.type === 'Facility' && isCapital(read.sentence.tokens[inner.first])
      if (inner.type === 'WasteStream' && !own) yield makeClaim(read, outer, 'TREATS', inner, 0.85, 'treats-by-name')
      else if (inner.type === 'City' && outer.type === 'Facility')
        yield makeClaim(read, outer, 'LOCATED_IN', inner, 0.85, 'placed-by-name')
    }
  }
}
