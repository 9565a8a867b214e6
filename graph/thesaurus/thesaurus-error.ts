/** A thesaurus file that cannot be used. Every problem is listed at once. */
export class ThesaurusError extends Error {
  readonly code = 'thesaurus-invalid'
  readonly problems: string[]

  constructor(file: string, problems: string[], options?: ErrorOptions) {
    const shown = problems.slice(0, 20)
    const more = problems.length > shown.length ? [`and ${problems.length - shown.length} more`] : []
    super(
      `The thesaurus ${file} is not usable:\n${[...shown, ...more].map((line) => `  - ${line}`).join('\n')}`,
      options,
    )
    this.name = 'ThesaurusError'
    this.problems = problems
  }
}
