import type { DocumentProblem } from '../../graph/document.ts'
import { EXIT, type ExitCode } from './cli-context.ts'

/**
 * The exit code of a run over several inputs, from the problems of each: `partial` where some were refused, `failed`
 * where nothing that was named is even there.
 */
export function judgeOutcome(inputs: readonly (readonly DocumentProblem[])[]): ExitCode {
  const refused = inputs.flatMap((problems) => problems.find((problem) => problem.fatal) ?? [])
  if (refused.length === 0) return EXIT.ok
  const nothingThere = refused.length === inputs.length && refused.every(({ code }) => code === 'not-found')
  return nothingThere ? EXIT.failed : EXIT.partial
}
