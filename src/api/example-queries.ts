/** A query worth running, with what it answers. The tabs of GraphiQL. */
export interface ExampleQuery {
  query: string
  variables?: Record<string, unknown>
}

export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    query: `# What is known about steel dust? Try 钢铁粉尘, bụi lò hồ quang, EAFD or K061: the thesaurus knows them all.
query Search($query: String!) {
  search(query: $query, first: 10) {
    totalCount
    analysis { concepts { id label matched } words }
    facets { name values(first: 5) { label count } }
    nodes {
      type
      name
      score
      why { kind query matched }
      highlights
      sources(first: 3)
    }
  }
}
`,
    variables: { query: 'steel dust' },
  },
  {
    query: `# Who can meet a need, and on whose word?
query Match($need: String!) {
  match(text: $need, first: 5) {
    need { wasteStreams { label matched } quantity { value unit } country { label } }
    matches {
      score
      technology { name }
      project { name }
      enterprise { name }
      country { name }
      criteria { name score because evidence { quote source page } }
      missing
    }
    nearMisses { enterprise { name } technology { name } failed wouldNeed }
  }
}
`,
    variables: { need: 'We have 20,000 t of electric arc furnace dust a year in Viet Nam' },
  },
  {
    query: `# What do the documents say about enterprises, and in which words?
query Facts {
  entities(type: Enterprise, first: 5) {
    totalCount
    nodes {
      id
      name
      ... on Located { country { name } city { name } }
      statements(first: 5) {
        nodes {
          label
          object { name }
          value { text ... on Quantity { value unit assumption } }
          modality
          confidence
          corroboration
          evidence(first: 1) {
            document { title }
            page
            context(before: 60, after: 60) { before quote after }
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# What lies around a waste stream? Take any id a search gives.
query Around($id: ID!) {
  graph(around: [$id], hops: 2, limit: 30) {
    truncated
    nodes { id type name }
    edges { subject { id } predicate object { id } }
  }
}
`,
    variables: { id: 'waste-stream/steel-dust' },
  },
  {
    query: `# Which documents are there, and what was wrong with them?
query Documents {
  counts { documents entities statements unindexed }
  documents(first: 20) {
    nodes { source title language pages problems { code message page } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    query: `# Which codes and names has a concept?
query Concept {
  concepts(code: "K061") {
    id
    label
    labels { text language kind }
    codes { scheme code source verified inferred }
    broader { id label }
    narrower { id label }
  }
}
`,
  },
  {
    query: `# Staff: add the header {"Authorization": "Bearer <CUPEL_TOKEN>"} below, then accept or reject a statement.
mutation Decide($id: ID!) {
  decideStatement(id: $id, status: ACCEPTED, reason: "Read in the source") {
    statement { id status decision { by at reason } }
    errors { code message path }
  }
}
`,
    variables: { id: 'st-0' },
  },
]
