import type { GraphiQLOptions } from 'graphql-yoga'
import { EXAMPLE_QUERIES } from './example-queries.ts'

/** GraphiQL with our examples as its first tabs. Its page holds everything it needs, so it works without a network. */
export const GRAPHIQL_OPTIONS: GraphiQLOptions = {
  title: 'Cupel',
  defaultTabs: EXAMPLE_QUERIES.map(({ query, variables }) => ({
    query,
    ...(variables ? { variables: JSON.stringify(variables, null, 2) } : {}),
  })),
  defaultEditorToolsVisibility: 'variables',
  isHeadersEditorEnabled: true,
  schemaDescription: true,
}
