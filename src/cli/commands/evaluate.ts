import type { Command } from 'commander'
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts'

export function addEvaluateCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('evaluate')
    .description('Score extraction against labelled documents: precision, recall and F1 per type and overall.')
    .argument(
      '<folder>',
      'a folder with labels/NAME.json; the texts stand in texts/, corpus/ or ../corpus/ as NAME.txt',
    )
    .option('--json', 'print one JSON object')
    .action(async (folder: string, options: { json?: boolean }) => {
      const [{ composePrepare }, { evaluateGold }, { renderScores }] = await Promise.all([
        import('../../compose-prepare.ts'),
        import('../../evaluate/evaluate-gold.ts'),
        import('../../evaluate/render-scores.ts'),
      ])
      const scores = await evaluateGold(folder, composePrepare())
      context.out(options.json ? `${JSON.stringify(scores)}\n` : renderScores(scores))
      end(EXIT.ok)
    })
}
