/* Runs in a process of its own: does the runs of some kinds, and stops at a point that it was told. */
import type { LoggerService } from '@backstage/backend-plugin-api';
import knexFactory from 'knex';
import { Runs, type Run, type StepContext, type StepHandler } from '..';
import type { ReplicaSetup } from './startReplica';

const setup: ReplicaSetup = JSON.parse(process.env.REPLICA ?? '{}');
const { connection, kinds, world, at = {}, hangAt = [], leaseTtl } = setup;

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

function say(message: object) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

let struck = false;

/** The process is as good as switched off here, without a chance to tidy up. */
function pass(kind: string, point: string, step: string): void {
  if (struck || at[kind] !== `${point} ${step}`) return;
  struck = true;
  process.kill(process.pid, setup.signal ?? 'SIGKILL');
}

/** The same for several runs of one process, which wait there to be killed together. */
async function reach({ run, step }: StepContext, point: string): Promise<void> {
  pass(run.kind, point, step.id);
  if (!hangAt.includes(`${run.key}: ${point} ${step.id}`)) return;
  say({ hangs: run.key });
  await new Promise(() => undefined);
}

/** What was just written down. */
function passWritten(run: Run, when: string): void {
  for (const step of run.steps) {
    if (step.state === 'running' && step.attempts === 1)
      pass(run.kind, `${when} beginning`, step.id);
    if (step.state === 'succeeded') pass(run.kind, `${when} settling`, step.id);
  }
  if (run.finishedAt !== undefined) pass(run.kind, `${when} ending`, 'run');
}

const check: StepHandler = {
  kind: 'check',
  async look(context) {
    await reach(context, 'looking');
    return { state: 'succeeded', result: { seen: true } };
  },
};

/** Says who it is. */
const talk: StepHandler = {
  kind: 'check',
  async look(context) {
    context.output(`${process.pid}`);
    await reach(context, 'talking');
    return { state: 'succeeded' };
  },
};

const effect: StepHandler = {
  kind: 'effect',
  describe: ({ step }) => ({ change: step.input }),
  async act(context) {
    await reach(context, 'acting');
    const { step, signal, run } = context;
    const hold = hangAt.includes(`${run.key}: sent ${step.id}`);
    if (hold) say({ hangs: run.key });
    const answer = await fetch(`${world}/effects/${step.actionId}`, {
      method: 'POST',
      headers: { 'x-run': run.key, ...(hold ? { 'x-hold': 'yes' } : {}) },
      // A request that is in flight when a process is paused does not know of its signal.
      signal: setup.signal === 'SIGSTOP' ? undefined : signal,
    });
    await answer.text();
    await reach(context, 'done');
    // Somebody was faster, perhaps with this very action: read back.
    if (answer.status === 409) return { state: 'again', after: 20 };
    return { state: 'succeeded' };
  },
  async readBack(context) {
    await reach(context, 'reading-back');
    const { step, signal } = context;
    const answer = await fetch(`${world}/effects/${step.actionId}`, { signal });
    return answer.status === 404
      ? { state: 'absent' }
      : { state: 'applied', result: { readBack: true } };
  },
};

async function main() {
  const database = knexFactory(connection);
  const runs = await Runs.create({
    database,
    logger: silent,
    skipMigrations: true,
    leaseTtl,
    pollInterval: 50,
    maxConcurrent: 40,
    onChange: run => passWritten(run, 'after'),
    recordChange: async run => passWritten(run, 'before'),
  });
  runs.start({
    handlers: kinds.map(kind => ({ kind, steps: { check, effect, talk } })),
    signal: new AbortController().signal,
  });
  say({ ready: process.pid });
  // Ends when its parent does.
  process.stdin.resume().on('end', () => process.exit());
}

main().catch(error => {
  say({ error: String(error) });
  process.exitCode = 1;
});
