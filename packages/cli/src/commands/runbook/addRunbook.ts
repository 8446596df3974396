import type { Command, Option } from 'commander';
import type { ExitStatus } from '../../ExitCode';
import { addRunCommands } from './addRunCommands';
import { checkRunbooks } from './check';

/** The commands about runbooks, remediation policies and experiments. */
export function addRunbook(
  program: Command,
  finish: (code: ExitStatus) => void,
  options: { asJson: Option; portalUrl: Option },
) {
  const runbook = program
    .command('runbook')
    .description('Runbooks: check their documents, have a portal run them');
  addRunCommands(runbook, finish, options);

  runbook
    .command('check')
    .description('Check runbooks, remediation policies and experiments')
    .argument(
      '<file...>',
      'YAML files, other entities in them are passed over, or Markdown runbooks',
    )
    .addOption(options.asJson)
    .addHelpText(
      'after',
      '\nExit code: 0 no errors, 1 errors, 2 unusable arguments',
    )
    .action(async (files, given) => finish(await checkRunbooks(files, given)));
}
