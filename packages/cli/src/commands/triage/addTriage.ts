import type { Command } from 'commander';
import type { ExitStatus } from '../../ExitCode';
import { replayCase } from './replayCase';

/** The commands about why an incident happened. */
export function addTriage(
  program: Command,
  finish: (code: ExitStatus) => void,
) {
  const triage = program
    .command('triage')
    .description('Triage: say why an incident happened, from what a file has');

  triage
    .command('replay')
    .description(
      'Print the deterministic result for an incident described in a file: verdict, ranked suspects with score and path, evidence',
    )
    .argument(
      '<file>',
      'JSON in the form of docs/schemas/triage-case.json; - for standard input',
    )
    .option('--text', 'print a short text, not JSON')
    .option('--most <count>', 'how many suspects are named', '5')
    .addHelpText(
      'after',
      '\nNo portal is asked. Exit code: 0 printed, 2 the file cannot be used',
    )
    .action(async (file, options) => finish(await replayCase(file, options)));
}
