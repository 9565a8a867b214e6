import type { SourceEntity } from '../graph/entity.ts'
import type { GraphPlan } from '../graph/graph-plan.ts'
import { documentId, hashContent, statementId } from '../graph/identity.ts'
import type { Statement } from '../graph/statement.ts'

/** A sequence of numbers in [0, 1) that is the same in every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const STATEMENTS_A_DOCUMENT = 100
const COUNTRIES = 20

/** One organisation for every five statements; few have many relations and many have few, as in any real graph. */
export function organisationsOf(statements: number): number {
  return Math.max(100, Math.round(statements / 5))
}

export function organisationId(number: number): string {
  return `org/${number}`
}

/** Plans of documents that make `statements` statements: four in five relations between organisations, the rest places and figures. */
export function* composeGraph(statements: number): Generator<GraphPlan> {
  const random = createRandom(42)
  const organisations = organisationsOf(statements)
  const pick = () => Math.floor(organisations * random() ** 2)
  for (let document = 0; document < statements / STATEMENTS_A_DOCUMENT; document += 1) {
    const source = `graph/${document}.txt`
    const id = documentId(source)
    const entities = new Map<string, SourceEntity>()
    const lines: {
      quote: string
      claim: Pick<Statement, 'subject' | 'predicate' | 'object' | 'value' | 'modality'>
    }[] = []
    const enter = (entity: SourceEntity): string => {
      entities.set(entity.id, entity)
      return entity.id
    }
    const organisation = (number: number) =>
      enter({
        id: organisationId(number),
        type: 'Organization',
        name: `Institute of Metals ${number}`,
        aliases: [`IM${number}`],
      })
    for (let line = 0; line < STATEMENTS_A_DOCUMENT; line += 1) {
      const [subject, kind] = [pick(), line % 10]
      if (kind === 0) {
        const country = Math.floor(random() * COUNTRIES)
        const object = enter({ id: `country/${country}`, type: 'Country', name: `Country ${country}`, aliases: [] })
        lines.push({
          quote: `The Institute of Metals ${subject} has its seat in Country ${country}, as line ${line} says.`,
          claim: { subject: organisation(subject), predicate: 'LOCATED_IN', object, modality: 'asserted' },
        })
      } else if (kind === 1) {
        const value = { kind: 'quantity', text: `${document} people`, value: document, unit: 'people' } as const
        lines.push({
          quote: `The Institute of Metals ${subject} employs ${document} people, as line ${line} says.`,
          claim: { subject: organisation(subject), predicate: 'employees', value, modality: 'asserted' },
        })
      } else {
        const other = (subject + 1 + pick()) % organisations
        if (other === subject) continue
        lines.push({
          quote: `The Institute of Metals ${subject} works with the Institute of Metals ${other}, as line ${line} says.`,
          claim: {
            subject: organisation(subject),
            predicate: 'PARTNER_OF',
            object: organisation(other),
            modality: 'asserted',
          },
        })
      }
    }
    const text = lines.map(({ quote }) => quote).join('\n')
    const version = { hash: hashContent(text), blob: hashContent(source), text, pages: [], sections: [] }
    let start = 0
    const made = new Map<string, Statement>()
    for (const [line, { quote, claim }] of lines.entries()) {
      const place = { document: id, version: version.hash, start, end: start + quote.length, quote }
      const evidence = [{ ...place, extractor: 'bench:lines', extractorVersion: '1' }]
      const confidence = 0.5 + (line % 40) / 100
      const key = statementId(claim)
      if (!made.has(key))
        made.set(key, { id: key, ...claim, confidence, origin: 'document', status: 'proposed', evidence })
      start += quote.length + 1
    }
    yield {
      status: 'added',
      document: {
        id,
        source,
        title: source,
        language: 'en',
        mediaType: 'text/plain',
        version: version.hash,
        blob: version.blob,
        fingerprint: 'bench',
        pages: 1,
        problems: [],
        ingestedAt: '2026-01-01T00:00:00.000Z',
      },
      version,
      expects: null,
      entities: [...entities.values()],
      assert: [...made.values()].map((statement) => ({ change: 'add', statement })),
      retire: [],
      judgements: [],
    }
  }
}
