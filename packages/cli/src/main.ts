import { InputError, stringifyError } from '@backstage/errors';
import {
  Command,
  CommanderError,
  InvalidArgumentError,
  Option,
} from 'commander';
import { version } from '../package.json';
import { changes } from './commands/delivery/changes';
import { gate as askGate } from './commands/delivery/gate';
import { tell } from './commands/delivery/tell';
import { check } from './commands/slo/check';
import { gate } from './commands/slo/gate';
import { rules } from './commands/slo/rules';
import { status } from './commands/slo/status';
import { checkRules } from './commands/incidents/checkRules';
import { dryRun } from './commands/incidents/dryRun';
import { replayRecording } from './commands/incidents/replayRecording';
import { addRemediation } from './commands/remediation/addRemediation';
import { addRunbook } from './commands/runbook/addRunbook';
import { addTriage } from './commands/triage/addTriage';
import { ExitCode, type ExitStatus } from './ExitCode';
import { PortalError } from './portal';

const portalUrl = new Option('--url <url>', 'address of the portal')
  .env('GHOSTLIGHT_URL')
  .default('http://localhost:7007');

// Read by bin/ghostlight, before any of this runs.
const heap = new Option(
  '--heap <megabytes>',
  'memory for what is open at one time',
)
  .argParser(value => {
    if (!/^[1-9]\d*$/.test(value))
      throw new InvalidArgumentError('Write a number of megabytes.');
    return Number(value);
  })
  .default(200);

const asJson = new Option('--json', 'print JSON');

/** Runs one command line and answers with its exit code. Never throws. */
export async function main(argv: string[]): Promise<ExitStatus> {
  let code: ExitStatus = ExitCode.ok;
  const program = createProgram(result => {
    code = result;
  });
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version were asked for; anything else commander has already said.
      return error.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
    }
    if (error instanceof PortalError) {
      process.stderr.write(`${error.message}\n`);
      return ExitCode.unanswered;
    }
    if (error instanceof InputError) {
      process.stderr.write(`${error.message}\n`);
      return ExitCode.usage;
    }
    process.stderr.write(`${stringifyError(error)}\n`);
    return ExitCode.unanswered;
  }
}

function createProgram(finish: (code: ExitStatus) => void): Command {
  const program = new Command('ghostlight')
    .description('Reliability of services, as code')
    .version(version)
    .exitOverride();
  addSlo(program, finish);
  addIncidents(program, finish);
  addDelivery(program, finish);
  addRunbook(program, finish, { asJson, portalUrl });
  addRemediation(program, finish, { asJson, portalUrl });
  addTriage(program, finish);
  return program;
}

type Finish = (code: ExitStatus) => void;

function addSlo(program: Command, finish: Finish) {
  const slo = program
    .command('slo')
    .description('Objectives: check their documents, ask for their state');

  slo
    .command('check')
    .description('Check OpenSLO and error-budget policy documents')
    .argument('<file...>', 'YAML files; other entities in them are passed over')
    .option(
      '--partial',
      'take references to documents in no file as warnings, not errors',
    )
    .addOption(asJson)
    .addHelpText(
      'after',
      '\nExit code: 0 no errors, 1 errors, 2 unusable arguments',
    )
    .action(async (files, options) => finish(await check(files, options)));

  slo
    .command('rules')
    .description('Print the objectives of files as Prometheus rules')
    .argument('<file...>', 'YAML files')
    .addOption(
      new Option('--format <format>', 'form of the rules')
        .choices(['plain', 'prometheusrule'])
        .default('plain'),
    )
    .option('--name <name>', 'name of the PrometheusRule')
    .addHelpText(
      'after',
      '\nExit code: 0 printed, 1 errors, 2 unusable arguments',
    )
    .action(async (files, options) => finish(await rules(files, options)));

  slo
    .command('status')
    .description('Ask a portal how an objective, or all of an entity, stands')
    .argument('<ref>', 'slo:default/name, or the entity ref of a component')
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText(
      'after',
      '\nExit code: 0 answered, 4 no answer; GHOSTLIGHT_TOKEN is sent',
    )
    .action(async (ref, options) => finish(await status(ref, options)));

  slo
    .command('gate')
    .description('Ask a portal whether an entity may take risk')
    .argument('<ref>', 'entity ref of a component, or the ref of an objective')
    .option('--strict', 'a warning denies')
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText(
      'after',
      '\nExit code: 0 allow or warn, 3 deny, 4 no answer; GHOSTLIGHT_TOKEN is sent',
    )
    .action(async (ref, options) => finish(await gate(ref, options)));
}

function addIncidents(program: Command, finish: Finish) {
  const incidents = program
    .command('incidents')
    .description('Incidents: check and try the rules that open them');

  incidents
    .command('check')
    .description('Check documents of incident rules')
    .argument('<file...>', 'YAML files, one document each')
    .addOption(asJson)
    .addHelpText(
      'after',
      '\nExit code: 0 no errors, 1 errors, 2 unusable arguments',
    )
    .action(async (files, options) => finish(await checkRules(files, options)));

  incidents
    .command('dry-run')
    .description(
      'Ask a portal which incidents there would have been under other rules',
    )
    .argument('<file>', 'the rules, YAML')
    .option('--from <instant>', 'ISO 8601; a day ago by default')
    .option('--to <instant>', 'ISO 8601; now by default')
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText(
      'after',
      '\nExit code: 0 no difference, 1 a difference, 2 unusable arguments, 4 no answer; GHOSTLIGHT_TOKEN is sent',
    )
    .action(async (file, options) => finish(await dryRun(file, options)));

  incidents
    .command('replay')
    .description(
      'Run recorded deliveries through the pipeline, in their own time, and print the incidents',
    )
    .argument(
      '<file>',
      'NDJSON; each line has adapter, receivedAt and body, as it was sent',
    )
    .option('--catalog <file>', 'entities, YAML with --- between them')
    .option('--rules <file>', 'rules, YAML; those of the product by default')
    .addOption(heap)
    .addHelpText(
      'after',
      '\nExit code: 0 printed, 1 the rules have errors, 2 unusable arguments, 4 not enough memory',
    )
    .action(async (file, options) =>
      finish(await replayRecording(file, options)),
    );
}

function addDelivery(program: Command, finish: Finish) {
  const delivery = program
    .command('delivery')
    .description('Deployments: ask whether they may go out, tell of them');
  const environment = new Option(
    '--environment <name>',
    'where it goes out',
  ).default('production');

  delivery
    .command('gate')
    .description('Ask a portal whether a version may go out')
    .argument('<ref>', 'entity ref of a component')
    .addOption(environment)
    .option('--release <version>', 'which version')
    .option('--strict', 'a warning denies')
    .option(
      '--wait <minutes>',
      'ask again for so long while it denies',
      wholeNumber,
    )
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText(
      'after',
      '\nExit code: 0 allow or warn, 3 deny, 4 no answer; GHOSTLIGHT_TOKEN is sent',
    )
    .action(async (ref, options) => finish(await askGate(ref, options)));

  delivery
    .command('tell')
    .description('Tell a portal of a deployment')
    .argument('<ref>', 'entity ref of a component')
    .addOption(environment)
    .requiredOption('--release <version>', 'which version')
    .addOption(
      new Option('--status <status>', 'how it went')
        .choices(['running', 'succeeded', 'failed', 'cancelled'])
        .default('succeeded'),
    )
    .option('--id <id>', 'the same for all that is told of one deployment')
    .option('--commit <sha>', 'what it was built from')
    .option('--commit-at <instant>', 'when that was committed, ISO 8601')
    .option('--author <name>', 'who wrote it')
    .option('--link <address>', 'page of the pipeline')
    .option('--strategy <name>', 'rolling, blue-green, canary, …')
    .addOption(portalUrl)
    .addHelpText(
      'after',
      '\nExit code: 0 told, 1 not understood, 4 no answer; GHOSTLIGHT_TOKEN is sent',
    )
    .action(async (ref, options) => finish(await tell(ref, options)));

  delivery
    .command('changes')
    .description('Print what changed lately, the latest first')
    .argument('[ref]', 'entity ref of a component; all without one')
    .option('--environment <name>', 'only there')
    .option('--limit <count>', 'how many', wholeNumber, 20)
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText(
      'after',
      '\nExit code: 0 answered, 4 no answer; GHOSTLIGHT_TOKEN is sent',
    )
    .action(async (ref, options) => finish(await changes(ref, options)));
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value))
    throw new InvalidArgumentError('Write a whole number.');
  return Number(value);
}
