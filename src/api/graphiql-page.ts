import type { GraphiQLOptions } from 'graphql-yoga'
import { EXAMPLE_QUERIES } from './example-queries.ts'

/** GraphiQL with our examples as its first tabs. */
export const GRAPHIQL_OPTIONS: GraphiQLOptions = {
  title: 'Cupel',
  defaultTabs: EXAMPLE_QUERIES.map((query) => ({ query })),
  isHeadersEditorEnabled: true,
  schemaDescription: true,
}

/**
 * A page with everything in it, so that it works without a network. It has 9 MB, so it is loaded when somebody first asks,
 * and made once.
 */
export function createGraphiQLRenderer(): (options: GraphiQLOptions) => Promise<string> {
  let page: Promise<string> | undefined
  return (options) => {
    page ??= import('@graphql-yoga/render-graphiql').then(({ renderGraphiQL }) => renderGraphiQL(options))
    return page
  }
}
