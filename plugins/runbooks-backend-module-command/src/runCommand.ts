import {
  ActionRefusal,
  createVendorAction,
  plainLine,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import { z } from 'zod';
import type { Command } from './Command';
import { checkParams, renderArguments } from './renderArguments';
import { isProgram } from './resolveBinary';
import { runProcess, type Ended } from './runProcess';
import { say } from './say';

const usualGraceMs = 5_000;

const input = z.strictObject({
  command: plainLine(63).describe('Name of the command in the configuration'),
  params: z
    .record(plainLine(63), plainLine(1_000).or(z.literal('')))
    .default({}),
});

const pinned = z.object({
  command: z.string(),
  params: z.record(z.string(), z.string()),
  /** What is run; `{actionId}` is not filled in yet. */
  argv: z.array(z.string()),
  environment: z.string(),
});

type Pinned = z.output<typeof pinned>;

/** Runs a command of the configuration. */
export function runCommand(
  commands: ReadonlyMap<string, Command>,
  options: { graceMs?: number } = {},
): Action {
  const graceMs = options.graceMs ?? usualGraceMs;
  const all = [...commands.values()];
  const find = (name: string, environment: string): Command => {
    const found = commands.get(name);
    if (!found || (found.environment && found.environment !== environment))
      throw ActionRefusal.of(
        say(
          'not-allowed',
          `${name} is not among the commands that may be run for ${environment}`,
          { command: name, environment },
        ),
      );
    return found;
  };
  const vectorOf = (command: Command, values: Record<string, string>) => [
    command.binary,
    ...renderArguments(command, command.args, values),
  ];
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'command:run',
    module: 'command',
    title: 'Run a command',
    description: all.length
      ? `Runs a command of the configuration: ${all
          .map(({ name, description }) =>
            description ? `${name} (${description})` : name,
          )
          .join(', ')
          .slice(0, 1_000)}`
      : 'Runs a command of the configuration',
    input,
    pinned,
    reads: [],
    changes: ['Whatever the command does'],
    // It is said of the action as a whole: one command that lasts makes it so.
    reversible: all.every(({ reversible }) => reversible),
    idempotent: false,
    timeout:
      Math.max(60_000, ...all.map(({ timeoutMs }) => timeoutMs)) + 60_000,

    async plan(wanted, { environment }) {
      const command = find(wanted.command, environment);
      const params = checkParams(command, wanted.params);
      const argv = vectorOf(command, params);
      const { name, binary, undo } = command;
      return {
        target: `command/${name}`,
        title: say('run', `Run ${name}`, { command: name }),
        changes: [{ label: 'Command', to: shown(argv) }],
        ...(undo && {
          undo: say('undo', `Run ${undo}.`, { command: undo }),
        }),
        refusals: isProgram(binary)
          ? []
          : [
              say('no-program', `${binary} is not there any more`, {
                program: binary,
              }),
            ],
        pinned: { command: name, params, argv, environment },
      };
    },

    async act(wanted, _input, call) {
      const command = find(wanted.command, wanted.environment);
      const params = checkParams(command, wanted.params);
      if (vectorOf(command, params).join('\0') !== wanted.argv.join('\0'))
        throw ActionRefusal.of(
          say(
            'changed',
            `${command.name} was changed in the configuration since; plan again`,
            { command: command.name },
          ),
        );
      const { actionId } = call;
      const [binary, ...args] = vectorOf(command, { ...params, actionId });
      const ended = await runProcess(
        { ...command, binary, args, graceMs },
        call,
      );
      if (ended.unbegun) return { state: 'refused', error: ended.unbegun };
      // It was run, whatever came of it: how it ended is for whoever looks.
      return {
        state: 'applied',
        result: {
          ...(ended.exitCode !== undefined && { exitCode: ended.exitCode }),
          ...(ended.signal && { signal: ended.signal }),
          ...(ended.stopped && { stopped: ended.stopped }),
          text: describeEnd(command, ended),
        },
      };
    },

    async readBack(wanted, call) {
      const command = find(wanted.command, wanted.environment);
      const { readBack } = command;
      if (!readBack)
        return {
          state: 'unknown',
          error: `Nobody saw how ${command.name} ended, and the configuration names no command that tells`,
        };
      const args = renderArguments(command, readBack.args, {
        ...wanted.params,
        actionId: call.actionId,
      });
      const ended = await runProcess(
        { ...command, binary: readBack.binary, args, graceMs },
        call,
      );
      if (ended.exitCode === 0 && !ended.stopped)
        return { state: 'applied', result: { exitCode: 0, readBack: true } };
      if (ended.exitCode === 1 && !ended.stopped) return { state: 'absent' };
      return {
        state: 'unknown',
        error: `What tells of ${command.name}: ${describeEnd(command, ended)}`,
      };
    },

    async observe({ command }, { exitCode, text }) {
      return {
        state: exitCode === 0 ? 'done' : 'failed',
        text: typeof text === 'string' ? text : `${command} was run`,
      };
    },

    undo({ command, params }) {
      const undo = commands.get(commands.get(command)?.undo ?? '');
      if (!undo) return undefined;
      const taken = Object.entries(params).filter(([name]) =>
        undo.params.has(name),
      );
      return {
        action: 'command:run',
        input: { command: undo.name, params: Object.fromEntries(taken) },
      };
    },
  });
}

function describeEnd(
  { name, timeoutMs }: Command,
  { exitCode, signal, stopped, unbegun }: Ended,
): string {
  if (unbegun) return unbegun;
  const how =
    exitCode === undefined ? `ended by ${signal}` : `ended with ${exitCode}`;
  const why = {
    time: ` after its ${timeoutMs / 1000} seconds were up`,
    asked: ' as it was called off',
    flood: ' as it wrote without end',
  };
  return `${name} ${how}${stopped ? why[stopped] : ''}`;
}

/** Arguments as a person reads them; they are never read by a shell. */
function shown(argv: string[]): string {
  return argv
    .map(argument =>
      /^[\w@%+=:,./{}-]+$/.test(argument) ? argument : JSON.stringify(argument),
    )
    .join(' ')
    .slice(0, 1_000);
}
