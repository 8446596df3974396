import { InputError, stringifyError } from '@backstage/errors';
import { Command, CommanderError, Option } from 'commander';
import { version } from '../package.json';
import { check } from './commands/check';
import { gate } from './commands/gate';
import { rules } from './commands/rules';
import { status } from './commands/status';
import { ExitCode, type ExitStatus } from './ExitCode';
import { PortalError } from './portal';

const portalUrl = new Option('--url <url>', 'address of the portal')
  .env('GHOSTLIGHT_URL')
  .default('http://localhost:7007');

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

  return program;
}
