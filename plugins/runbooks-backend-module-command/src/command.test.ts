import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { ActionCall } from '@ghostlight/plugin-runbooks-node';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommands } from './readCommands';
import { runCommand } from './runCommand';

const actionId = '0b6b4c1e-5f0d-4f6a-9a53-3f6f0e2f9d10';
const node = process.execPath;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghostlight-command-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program of Node.js. */
const script = (text: string, ...args: string[]) => [node, '-e', text, ...args];
const echo = 'console.log(JSON.stringify(process.argv.slice(1)))';

function callOf(more: Partial<ActionCall> = {}) {
  const said: string[] = [];
  const call: ActionCall = {
    environment: 'production',
    requestedBy: 'user:default/ines',
    signal: new AbortController().signal,
    actionId,
    output: text => void said.push(text),
    ...more,
  };
  return Object.assign(call, { said });
}

function actionOf(commands: JsonObject) {
  const config = mockServices.rootConfig({ data: { runbooks: { commands } } });
  return runCommand(readCommands(config), { graceMs: 200 });
}

async function run(
  entry: JsonObject,
  params: Record<string, string> = {},
  more: Partial<ActionCall> = {},
) {
  const action = actionOf({ it: entry });
  const call = callOf(more);
  const input = action.input.parse({ command: 'it', params });
  const plan = await action.plan(input, call);
  const [refusal] = plan.refusals;
  if (refusal) return { refused: refusal.code, said: '' };
  const acted = await action.act(plan.pinned, input, call);
  const result = acted.state === 'applied' ? acted.result ?? {} : {};
  const seen = await action.observe!(plan.pinned, result, call);
  return { plan, acted, result, seen, said: call.said.join('') };
}

/** Whether a process is there. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(holds: () => boolean) {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 20));
}

describe('command:run', () => {
  it('runs what was planned, with its parameters and the id of the action', async () => {
    const done = await run(
      {
        command: script(
          echo,
          '--',
          '--service={service}',
          '{node}',
          '{actionId}',
        ),
        params: { service: {}, node: { default: 'web1' } },
      },
      { service: 'payments' },
    );
    expect(done.plan).toMatchObject({
      target: 'command/it',
      title: { code: 'action.command.run', text: 'Run it' },
      changes: [
        {
          label: 'Command',
          to: expect.stringContaining('--service=payments web1 {actionId}'),
        },
      ],
    });
    expect(done.said).toBe(
      `${JSON.stringify(['--service=payments', 'web1', actionId])}\n`,
    );
    expect(done.seen).toEqual({ state: 'done', text: 'it ended with 0' });
  });

  it.each([
    '; touch /tmp/x',
    '$(id)',
    '`id`',
    '| cat /etc/passwd',
    '&& id',
    "' || '1",
    '" ; id ; "',
    '*',
    '~',
    '$HOME',
    '%s%n',
    '{node}',
    '{actionId}',
    'ünï→',
  ])('keeps %s what it is: one argument', async value => {
    const { said } = await run(
      {
        command: script(echo, '{value}', 'x{value}y'),
        params: { value: { pattern: '.*' }, node: { default: 'n' } },
      },
      { value },
    );
    expect(JSON.parse(said)).toEqual([value, `x${value}y`]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['an option', { value: '--force' }, 'option'],
    ['an option by way of nothing', { value: '', more: '-rf' }, 'option'],
    ['what does not fit', { value: 'a b' }, 'wrong-param'],
    ['a part that fits', { value: 'ok\u2028ok ok' }, 'wrong-param'],
    ['an unknown parameter', { value: 'a', x: '1' }, 'unknown-param'],
    ['a missing one', {}, 'missing-param'],
    [
      'a name of every object',
      { value: 'a', constructor: 'x' },
      'unknown-param',
    ],
  ])('refuses %s', async (_name, params, code) => {
    const { refused } = await run(
      {
        command: script(echo, '--', '{value}{more}'),
        params: {
          value: { pattern: '[\\w-]*' },
          more: { pattern: '[\\w-]*', default: '' },
        },
      },
      params,
    );
    expect(refused).toBe(`action.command.${code}`);
  });

  it('lets options through where the configuration does', async () => {
    const { said } = await run(
      {
        command: script(echo, '--', '{value}'),
        params: { value: { mayBeOption: true } },
      },
      { value: '--force' },
    );
    expect(JSON.parse(said)).toEqual(['--force']);
  });

  it.each(['a\u0000b', 'a\nb', '\u001b[2J', 'x'.repeat(2_000)])(
    'takes no value such as %j',
    value => {
      const action = actionOf({ it: { command: [node] } });
      const input = { command: 'it', params: { value } };
      expect(action.input.safeParse(input).success).toBe(false);
    },
  );

  it('gets nothing of the environment but what is named', async () => {
    process.env.GHOSTLIGHT_TEST_NAMED = 'named';
    process.env.GHOSTLIGHT_TEST_SECRET = 'secret';
    const { said } = await run({
      command: script(
        'console.log(JSON.stringify([process.env, process.cwd()]))',
      ),
      env: ['GHOSTLIGHT_TEST_NAMED', 'GHOSTLIGHT_TEST_UNSET'],
      variables: { TOKEN: 't' },
      cwd: tmpdir(),
    });
    const [env, cwd] = JSON.parse(said);
    expect(Object.keys(env).sort()).toEqual([
      'GHOSTLIGHT_TEST_NAMED',
      'LANG',
      'PATH',
      'TOKEN',
    ]);
    expect(cwd).toBe(tmpdir());
    delete process.env.GHOSTLIGHT_TEST_NAMED;
    delete process.env.GHOSTLIGHT_TEST_SECRET;
  });

  it('fails with the command, which was run all the same', async () => {
    const done = await run({
      command: script('console.error("no such unit"); process.exit(3)'),
    });
    expect(done.acted).toMatchObject({
      state: 'applied',
      result: { exitCode: 3 },
    });
    expect(done.seen).toEqual({ state: 'failed', text: 'it ended with 3' });
    expect(done.said).toBe('no such unit\n');
  });

  it('fails with one that dies half-way', async () => {
    const { seen, said } = await run({
      command: script(
        'console.log("half"); process.kill(process.pid, "SIGKILL")',
      ),
    });
    expect(seen).toEqual({ state: 'failed', text: 'it ended by SIGKILL' });
    expect(said).toBe('half\n');
  });

  it('keeps as much of the output as it may, of one that writes a lot', async () => {
    const { seen, said } = await run({
      command: script('process.stdout.write("é".repeat(500000))'),
      outputCap: 1001,
    });
    expect(seen).toMatchObject({ state: 'done' });
    expect(said).toBe(`${'é'.repeat(500)}\n998999 more bytes were not kept\n`);
  });

  it('stops one that writes without end', async () => {
    const { seen, said } = await run({
      command: script(
        'const b = Buffer.alloc(1 << 20, 97); (function on() { process.stdout.write(b, on) })()',
      ),
      outputCap: 100,
      timeout: '3m',
    });
    expect(seen).toMatchObject({
      state: 'failed',
      text: 'it ended by SIGTERM as it wrote without end',
    });
    expect(said.length).toBeLessThan(200);
  });

  it('ends one that hangs, with all it started, and kills what does not listen', async () => {
    const pids = join(folder, 'pids');
    const deaf =
      'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000);';
    const { seen } = await run({
      command: script(
        `${deaf} const { spawn } = require('node:child_process');
         const child = spawn(process.execPath, ['-e', ${JSON.stringify(
           deaf,
         )}], { stdio: 'inherit' });
         require('node:fs').writeFileSync(${JSON.stringify(
           pids,
         )}, process.pid + ' ' + child.pid);`,
      ),
      // Long enough to start two processes, however busy the machine is.
      timeout: '10s',
    });
    expect(seen).toEqual({
      state: 'failed',
      text: 'it ended by SIGKILL after its 10 seconds were up',
    });
    const started = readFileSync(pids, 'utf8').split(' ').map(Number);
    expect(started).toHaveLength(2);
    await until(() => !started.some(isAlive));
  });

  it('does not wait for what it left behind', async () => {
    const pid = join(folder, 'pid');
    const { seen } = await run({
      command: script(
        `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
         require('node:fs').writeFileSync(${JSON.stringify(
           pid,
         )}, String(child.pid)); child.unref();`,
      ),
    });
    expect(seen).toMatchObject({ state: 'done' });
    await until(() => !isAlive(Number(readFileSync(pid, 'utf8'))));
  });

  it('ends one that is called off, and does not begin one that was', async () => {
    const stop = new AbortController();
    const ended = run(
      { command: script('console.log("go"); setInterval(() => {}, 1000)') },
      {},
      { signal: stop.signal, output: () => stop.abort() },
    );
    expect((await ended).seen).toMatchObject({
      text: 'it ended by SIGTERM as it was called off',
    });
    const late = await run({ command: [node] }, {}, { signal: stop.signal });
    expect(late.acted).toMatchObject({ state: 'refused' });
  });

  it('is refused where the program or the folder is gone', async () => {
    const program = join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    const action = actionOf({ it: { command: [program] } });
    const planned = () => action.plan({ command: 'it', params: {} }, callOf());
    const { pinned } = await planned();
    rmSync(program);
    expect((await planned()).refusals).toMatchObject([
      { code: 'action.command.no-program' },
    ]);
    expect(await action.act(pinned, {}, callOf())).toMatchObject({
      state: 'refused',
      error: expect.stringContaining('ENOENT'),
    });
  });

  it('is refused for other commands, environments and configurations', async () => {
    const action = actionOf({
      it: { command: [node], environment: 'staging' },
    });
    for (const command of ['rm', 'it', '__proto__'])
      expect(
        await action.plan({ command, params: {} }, callOf()),
      ).toMatchObject({
        refusals: [{ code: 'action.command.not-allowed' }],
      });
    const { pinned } = await actionOf({ it: { command: [node, '-v'] } }).plan(
      { command: 'it', params: {} },
      callOf(),
    );
    const changed = actionOf({ it: { command: [node, '-h'] } });
    expect(await changed.act(pinned, {}, callOf())).toMatchObject({
      state: 'refused',
      error: expect.stringContaining('changed in the configuration'),
    });
  });

  it('does not know what became of it, unless a command tells', async () => {
    const found = async (readBack?: string[], more = {}) => {
      const action = actionOf({
        it: { command: [node], ...(readBack && { readBack }), ...more },
      });
      const input = { command: 'it', params: {} };
      const { pinned } = await action.plan(input, callOf());
      return action.readBack(pinned, callOf());
    };
    const asked = 'process.exit(process.argv[1] === process.argv[2] ? 0 : 9)';
    expect(await found()).toMatchObject({ state: 'unknown' });
    expect(await found(script(asked, '{actionId}', actionId))).toMatchObject({
      state: 'applied',
    });
    expect(await found(script('process.exit(1)'))).toEqual({ state: 'absent' });
    expect(await found(script('process.exit(2)'))).toMatchObject({
      state: 'unknown',
      error: 'What tells of it: it ended with 2',
    });
    expect(
      await found(
        script(
          'process.on("SIGTERM", () => process.exit(1)); setInterval(() => {}, 1000)',
        ),
        { timeout: '1s' },
      ),
    ).toMatchObject({ state: 'unknown' });
  });

  it('names what takes it back', async () => {
    const action = actionOf({
      drain: {
        command: script(echo, '{host}', '{why}'),
        params: { host: {}, why: {} },
        reversible: true,
        undo: 'fill',
      },
      fill: {
        command: script(echo, '{host}'),
        params: { host: {} },
        reversible: true,
      },
    });
    expect(action.reversible).toBe(true);
    const plan = await action.plan(
      { command: 'drain', params: { host: 'web1', why: 'errors' } },
      callOf(),
    );
    expect(plan.undo).toMatchObject({ text: 'Run fill.' });
    expect(action.undo!(plan.pinned, {})).toEqual({
      action: 'command:run',
      input: { command: 'fill', params: { host: 'web1' } },
    });
  });
});

describe('the configuration', () => {
  it.each<[string, JsonObject, string]>([
    [
      'a program that is not there',
      { command: ['no-such-program-here'] },
      'it.command: there is no program',
    ],
    [
      'a program by a relative path',
      { command: ['./run'] },
      'neither absolute nor a name',
    ],
    [
      'a program that is filled in',
      { command: ['{value}'], params: { value: {} } },
      'the program is fixed',
    ],
    ['a folder for a program', { command: ['/usr'] }, 'there is no program'],
    [
      'an unknown parameter',
      { command: [node, '{x}'] },
      'there is no parameter x',
    ],
    [
      'a pattern that is none',
      { command: [node], params: { x: { pattern: '(' } } },
      'it.params.x.pattern',
    ],
    [
      'a default that does not fit',
      { command: [node], params: { x: { default: 'a b' } } },
      'it.params.x.default',
    ],
    ['an undo that is not there', { command: [node], undo: 'x' }, 'it.undo'],
    ['a relative folder', { command: [node], cwd: 'x' }, 'it.cwd'],
    ['too long a time', { command: [node], timeout: '2h' }, 'it.timeout'],
    ['too much output', { command: [node], outputCap: 1e9 }, 'it.outputCap'],
    [
      'a variable that is none',
      { command: [node], variables: { 'A=B': 'x' } },
      'it.variables',
    ],
  ])('does not start with %s', (_name, entry, message) => {
    expect(() => actionOf({ it: entry })).toThrow(message);
  });

  it('finds a program on the path once and for all', () => {
    const config = mockServices.rootConfig({
      data: {
        runbooks: { commands: { it: { command: ['sh', '-c', 'true'] } } },
      },
    });
    expect(readCommands(config).get('it')!.binary).toMatch(/^\/.*\/sh$/);
  });
});
