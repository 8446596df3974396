import { resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { Command } from 'commander';
import { control, parseService, readServices } from './commands/control';
import { run } from './commands/run';
import { watchFor } from './commands/watchFor';
import { isVersion, versions, type Version } from './fleet/versions';

function print(line: string) {
  process.stdout.write(`${line}\n`);
}

async function ship(data: string, name: string, version: Version) {
  const service = parseService(name);
  const { release } = await control(data, service, { version });
  const did =
    version === 'good' ? 'rolled back to' : `shipped a ${version} version:`;
  print(`${service}: ${did} ${release}.`);
  print(`${watchFor(service, version)}.`);
  print(
    `Watch the SLO tab of ${service} in the portal: ${
      version === 'good'
        ? 'it heals in a few minutes'
        : 'it turns within 2 to 3 minutes'
    }.`,
  );
  if (version !== 'good')
    print(`Undo it with: ./ghostlight theatre fix ${service}`);
}

/** The `theatre` command line. */
export function createProgram(): Command {
  const program = new Command('theatre')
    .description(
      'The demo fleet: eight services that can be broken while you watch',
    )
    .option(
      '--data <folder>',
      'folder of the running theatre',
      process.env.GHOSTLIGHT_DATA ?? '.ghostlight',
    );
  const data = () => resolve(program.opts<{ data: string }>().data);

  program
    .command('break <service>')
    .description('ship a version that fails')
    .option('--how <version>', `one of ${versions.join(', ')}`, 'failing')
    .action(async (service: string, { how }: { how: string }) => {
      if (!isVersion(how)) {
        throw new InputError(
          `There is no version ${how}; there are ${versions.join(', ')}`,
        );
      }
      await ship(data(), service, how);
    });

  program
    .command('fix <service>')
    .description('go back to the good version')
    .action((service: string) => ship(data(), service, 'good'));

  program
    .command('delay <service> <milliseconds>')
    .description('add latency to every request; 0 takes it away')
    .action(async (name: string, milliseconds: string) => {
      const service = parseService(name);
      const latency = Number(milliseconds);
      const state = await control(data(), service, { latency });
      print(
        `${service}: every request takes ${state.addedLatencyMs} ms longer.`,
      );
    });

  program
    .command('status')
    .description('what runs where, in which version')
    .action(async () => {
      for (const [name, state] of Object.entries(await readServices(data()))) {
        const delay = state.addedLatencyMs
          ? ` +${state.addedLatencyMs} ms`
          : '';
        print(
          `${name.padEnd(16)}${state.version.padEnd(9)}${state.release.padEnd(
            15,
          )}${state.url}${delay}`,
        );
      }
    });

  program
    .command('run')
    .description('run the fleet without the portal, until Ctrl-C')
    .option(
      '--port <port>',
      'first of eleven ports',
      process.env.THEATRE_PORT ?? '8710',
    )
    .option(
      '--portal <url>',
      'backend to mark the past in or push to; GHOSTLIGHT_TOKEN is shown to it',
    )
    .option(
      '--no-prometheus',
      'push the counts even where Prometheus could be started',
    )
    .action((options: { port: string; portal?: string; prometheus: boolean }) =>
      run({ ...options, port: Number(options.port), data: data() }),
    );

  return program;
}

/** Runs the command line; a failure is one sentence and exit code 1. */
export async function main(argv: string[]): Promise<void> {
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
