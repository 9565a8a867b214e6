/** Queries worth running, each with what it answers: the tabs of GraphiQL. Whole as they stand, so that one press runs them. */
export const EXAMPLE_QUERIES: readonly string[] = [
  `# What is known about steel dust? Try 钢铁粉尘, bụi lò hồ quang, EAFD or K061: the thesaurus knows them all.
query Search {
  search(query: "steel dust", first: 10) {
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
  `# Who can meet a need, and on whose word?
query Match {
  match(text: "We have 20,000 t of electric arc furnace dust a year in Viet Nam", first: 5) {
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
  `# What do the documents say about enterprises, and in which words?
query Facts {
  entities(type: Enterprise, first: 5) {
    totalCount
    nodes {
      id
      name
      ... on Located { country { name } city { name } }
      statements(first: 5) {
        nodes {
          id
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
  `# What lies around a waste stream? Take any id a search gives.
query Around {
  graph(around: ["waste-stream/steel-dust"], hops: 2, limit: 30) {
    truncated
    nodes { id type name }
    edges { subject { id } predicate object { id } }
  }
}
`,
  `# Which documents are there, and what was wrong with them?
query Documents {
  counts { documents entities statements unindexed }
  documents(first: 20) {
    nodes { source title language pages problems { code message page } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  `# Which codes and names has a concept?
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
  `# Staff: add the header {"Authorization": "Bearer <CUPEL_TOKEN>"} below, then accept or reject a statement by the id that Facts gives.
mutation Decide {
  decideStatement(id: "st-0", status: ACCEPTED, reason: "Read in the source") {
    statement { id status decision { by at reason } }
    errors { code message path }
  }
}
`,
]
