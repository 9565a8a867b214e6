/** A mapping file that cannot be used. Every problem is listed at once, with an example of a right one. */
export class TableMappingError extends Error {
  readonly code = 'mapping-invalid'
  readonly problems: readonly string[]

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(
      `The mapping cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nA correct one: ${EXAMPLE}`,
      options,
    )
    this.name = 'TableMappingError'
    this.problems = problems
  }
}

const EXAMPLE = JSON.stringify({
  rows: 'Enterprise',
  columns: { Betrieb: 'name', Land: 'country', Durchsatz: { means: 'capacity', unit: 't/a' } },
})
