import { type Command, InvalidArgumentError, type Option } from 'commander';
import type { ExitStatus } from '../../ExitCode';
import { answerRun } from './answer';
import { cancelRun } from './cancel';
import { follow } from './follow';
import { listRunbooks } from './list';
import { runRunbook } from './run';
import { showRunbook } from './show';

const tokenNote = 'GHOSTLIGHT_TOKEN is sent';
const asked = `\nExit code: 0 answered, 2 unusable arguments, 4 no answer; ${tokenNote}`;
const ended = `0 succeeded, 1 failed or cancelled, 2 unusable arguments, 3 nobody approved, 4 no answer, 5 users have not recovered, 6 not known whether it happened; ${tokenNote}`;

/** What is asked of a portal about runbooks and their runs. */
export function addRunCommands(
  runbook: Command,
  finish: (code: ExitStatus) => void,
  { asJson, portalUrl }: { asJson: Option; portalUrl: Option },
) {
  runbook
    .command('run')
    .description('Have a portal run a runbook')
    .argument('<ref>', 'runbook:default/name, or its name')
    .option('--entity <ref>', 'entity ref of what it is run for')
    .option('--environment <name>', 'production when left out')
    .option('--input <name=value>', 'may be repeated', gather, [])
    .option('--incident <id>', 'the incident that it is for')
    .option('--dry-run', 'only say what each step would do')
    .option('--reason <text>', 'why, for the record')
    .option('--key <key>', 'the same again gives the run of the first time')
    .option('--wait', 'print it as it goes, to its end')
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText(
      'after',
      `\nExit code: ${ended}\nWithout --wait: 0 begun. Ctrl-C leaves it running.`,
    )
    .action(async (ref, options) => finish(await runRunbook(ref, options)));

  runbook
    .command('follow')
    .description('Print a run as it goes, to its end')
    .argument('<run>', 'RUN-0017')
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText('after', `\nExit code: ${ended}`)
    .action(async (id, options) => finish(await follow(id, options)));

  runbook
    .command('list')
    .description('Print runbooks, by title')
    .argument('[words...]', 'in their titles, names, alerts or services')
    .option('--entity <ref>', 'only those for this entity')
    .option('--incident <id>', 'those that may help with it, the best first')
    .option('--limit <count>', 'how many', wholeNumber, 50)
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText('after', asked)
    .action(async (words, options) =>
      finish(await listRunbooks(words, options)),
    );

  runbook
    .command('show')
    .description('Print what a runbook does and what it wants to be given')
    .argument('<ref>', 'runbook:default/name, or its name')
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText('after', asked)
    .action(async (ref, options) => finish(await showRunbook(ref, options)));

  runbook
    .command('answer')
    .description('Answer a step that waits for somebody, or approve a run')
    .argument('<run>', 'RUN-0017')
    .argument('[step]', 'id of the step; none to approve the run itself')
    .option('--done', 'it was done')
    .option('--not-done', 'it could not be done')
    .option('--checked <numbers>', 'of the checklist: 1,3 or all')
    .option('--choice <id>', 'of a decision')
    .option('--approve', 'go on')
    .option('--reject', 'do not')
    .option('--notes <text>', 'for the record')
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText('after', asked)
    .action(async (id, step, options) =>
      finish(await answerRun(id, step, options)),
    );

  runbook
    .command('cancel')
    .description('Stop a run before its next effect')
    .argument('<run>', 'RUN-0017')
    .requiredOption('--reason <text>', 'why, for the record')
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText('after', asked)
    .action(async (id, options) => finish(await cancelRun(id, options)));
}

function gather(value: string, before: string[]): string[] {
  return [...before, value];
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value))
    throw new InvalidArgumentError('Write a whole number.');
  return Number(value);
}
