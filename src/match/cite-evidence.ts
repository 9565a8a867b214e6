import type { StatementView } from '../../graph/statement.ts'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import type { JudgedChain } from './judge/judge-chain.ts'
import type { MatchEvidence } from './match.ts'

/** Quotes shown of one criterion. */
const MOST_QUOTES = 4

export type Cite = (statements: readonly StatementView[]) => MatchEvidence[]

/** Reads the sources of all documents behind these chains in one call, and cites from them. */
export async function openCitations(judged: readonly JudgedChain[], store: GraphStore): Promise<Cite> {
  const ids = new Set(
    judged.flatMap(({ judgements }) =>
      judgements.flatMap(({ statements }) =>
        statements.flatMap(({ evidence }) => evidence.map(({ document }) => document)),
      ),
    ),
  )
  const documents = await store.documents([...ids])
  const sources = new Map(documents.flatMap((document) => (document ? [[document.id, document.source] as const] : [])))
  return (statements) => citeStatements(statements, sources)
}

/** The words behind statements, the most telling first, one document after the other before any document twice. */
export function citeStatements(
  statements: readonly StatementView[],
  sources: ReadonlyMap<string, string>,
): MatchEvidence[] {
  const quotes = new Map<string, MatchEvidence>()
  const rounds = Math.max(0, ...statements.map(({ evidence }) => evidence.length))
  for (let round = 0; round < rounds; round++) {
    for (const { id, evidence } of statements) {
      const said = evidence[round]
      if (!said) continue
      const document = sources.get(said.document) ?? said.document
      const key = `${document}\u0000${said.quote}`
      if (quotes.has(key)) continue
      quotes.set(key, {
        document,
        quote: said.quote,
        statement: id,
        ...(said.page !== undefined && { page: said.page }),
      })
    }
  }
  return [...quotes.values()].slice(0, MOST_QUOTES)
}
