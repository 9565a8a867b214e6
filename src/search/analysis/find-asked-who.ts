import type { Span } from '../../../graph/document.ts'
import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Token } from '../../../ingest/segment/token.ts'

/** Words of a query that ask for things of a type. */
export interface AskedType extends Span {
  type: EntityType
  role?: true
}

/** "Who", as the languages of queries ask it. Folded. */
const WHO = new Set(['who', 'whom', 'quien', 'quienes', 'qui', 'siapa', 'ai', '谁', '谁能', '誰'])
/** Done by people: "who treats dross" asks for a firm, "who spoke on dross" for a person. */
const PERSONAL =
  /^(?:is|was|are|were|leads?|led|heads?|headed|chairs?|chaired|directs?|directed|manages?|managed|founded|opened|spoke|speaks?|talked|presented|gave|said|wrote|attended|represents?|represented|teaches|taught|knows?)$/

/** The kind of thing that a question beginning with "who" asks for. */
export function findAskedWho(tokens: readonly Token[]): AskedType[] {
  const [who, ...rest] = tokens.filter(({ shape }) => shape !== 'mark')
  if (!who || rest.length === 0 || !WHO.has(who.fold)) return []
  const { start, end } = who
  if (who.fold === 'who' && !PERSONAL.test(rest[0]?.fold ?? '')) return [{ start, end, type: 'Enterprise' }]
  return who.fold === 'who' || who.fold === 'whom'
    ? [{ start, end, type: 'Person' }]
    : [
        { start, end, type: 'Enterprise' },
        { start, end, type: 'Person' },
      ]
}
