import { Argument, type Command, type Option } from 'commander';
import type { ExitStatus } from '../../ExitCode';
import { listPolicies } from './list';
import { setSwitch } from './switch';

const exit =
  '\nExit code: 0 answered, 2 unusable arguments, 4 no answer; GHOSTLIGHT_TOKEN is sent';

/** The commands about remediation policies. */
export function addRemediation(
  program: Command,
  finish: (code: ExitStatus) => void,
  { asJson, portalUrl }: { asJson: Option; portalUrl: Option },
) {
  const remediation = program
    .command('remediation')
    .description('Remediation policies: what they did, and their switches');

  remediation
    .command('list')
    .description('Print the switches, and policies with what came of them')
    .option('--entity <ref>', 'only those for this entity')
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText('after', exit)
    .action(async options => finish(await listPolicies(options)));

  remediation
    .command('switch')
    .description('Switch one policy, or all that acts by itself, on or off')
    .addArgument(new Argument('<to>', 'on or off').choices(['on', 'off']))
    .argument('[policy]', 'remediationpolicy:default/name; all without one')
    .requiredOption('--reason <text>', 'why, for the record')
    .addOption(portalUrl)
    .addOption(asJson)
    .addHelpText('after', exit)
    .action(async (to, policy, options) =>
      finish(await setSwitch(to === 'on', policy, options)),
    );
}
