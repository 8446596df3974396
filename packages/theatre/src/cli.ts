import { resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { Command } from 'commander';
import {
  control,
  parseService,
  readMessages,
  readServices,
} from './commands/control';
import { run } from './commands/run';
import { watchFor } from './commands/watchFor';
import { usualPods } from './fleet/services';
import { isVersion, versions, type Version } from './fleet/versions';

function print(line: string) {
  process.stdout.write(`${line}\n`);
}

function checkVersion(how: string): Version {
  if (isVersion(how)) return how;
  throw new InputError(
    `There is no version ${how}; there are ${versions.join(', ')}`,
  );
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

async function shipByPortal(
  data: string,
  name: string,
  options: { canary?: true; version: Version },
) {
  const { canary, version } = options;
  const service = parseService(name);
  const { shipped } = await control(data, service, {
    version,
    by: canary ? 'canary' : 'rolling',
  });
  if (!shipped) throw new Error(`The portal did not say what became of it`);
  const { release, id } = shipped;
  print(
    `${service}: ${release} goes out ${
      canary ? `as a canary, to 1 of ${usualPods + 1} pods first` : 'by rolling'
    } (rollout ${id}).`,
  );
  if (canary)
    print(
      version === 'failing'
        ? 'It is taken back by itself, after a minute at most.'
        : 'Where there is too little traffic to tell old and new apart, it waits at about 50 % for somebody to press Promote.',
    );
  print(`Watch the Delivery tab of ${service} in the portal.`);
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
      await ship(data(), service, checkVersion(how));
    });

  program
    .command('ship <service>')
    .description('have the portal ship the next version')
    .option('--canary', 'to a part of the buyers first, else by rolling')
    .option('--failing', 'one that fails')
    .option('--how <version>', `one of ${versions.join(', ')}`, 'good')
    .action(
      async (
        service: string,
        options: { canary?: true; failing?: true; how: string },
      ) => {
        const { canary, failing, how } = options;
        const version = failing ? 'failing' : checkVersion(how);
        await shipByPortal(data(), service, { canary, version });
      },
    );

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
        const tracks = state.pods
          .filter(({ track }) => track)
          .map(({ track, release, ready }) => ` ${track} ${release} × ${ready}`)
          .join('');
        print(
          `${name.padEnd(16)}${state.version.padEnd(9)}${state.release.padEnd(
            15,
          )}${state.url}${delay}${tracks}`,
        );
      }
    });

  program
    .command('messages')
    .description('what was posted to the fleet’s Slack')
    .action(async () => {
      for (const { text, blocks } of await readMessages(data()))
        print([text, ...blocks].join('\n  '));
    });

  program
    .command('run')
    .description('run the fleet without the portal, until Ctrl-C')
    .option(
      '--port <port>',
      'first of thirteen ports',
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
  // Whoever has read enough closes the pipe: `theatre status | head -1`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
