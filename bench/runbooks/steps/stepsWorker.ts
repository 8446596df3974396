/** A back end that does runs of ten actions each, or commits lines of a journal for comparison. */
import { Runs } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import {
  createExecutionHandler,
  engineSteps,
  executionRunKind,
  insertExecution,
  projectExecution,
  type ExecutionContext,
  type Program,
} from '../../../plugins/runbooks-backend/src/executions';
import { connect, type Connection } from '../../shared/connect';
import { serve } from '../../shared/serve';
import { silentLogger } from '../../shared/silentLogger';
import { contextOf, instant, payments } from '../contextOf';

/** Runs, or commits, that one back end has under way at once. */
const atOnce = 8;

let database: Knex | undefined;
let context: ExecutionContext | undefined;
let runs: Runs | undefined;
let changes = 0;
const stopping = new AbortController();

const handlers = {
  async open(connection: Connection) {
    database = connect(connection);
    runs = await Runs.create({
      database,
      logger: silentLogger,
      maxConcurrent: atOnce,
      async recordChange(run, trx) {
        changes += 1;
        await projectExecution(run, trx);
      },
    });
    context = contextOf(database, runs);
  },
  async request(count: number, stepsEach: number) {
    const program: Program = {
      title: 'Bench',
      steps: Array.from({ length: stepsEach }, (_, n) => ({
        id: `step-${n}`,
        title: `Step ${n}`,
        kind: 'action',
        action: instant.id,
        input: { n },
        timeoutSeconds: 300,
      })),
    };
    for (let n = 0; n < count; n++)
      await insertExecution(
        context!,
        {
          kind: 'runbook',
          runKind: executionRunKind,
          resolved: {
            program,
            entityRef: payments,
            environment: 'production',
            inputs: {},
            secrets: [],
          },
          steps: engineSteps(program, context!.actions),
        },
        { name: 'user:default/bench' },
      );
  },
  start() {
    runs!.start({
      signal: stopping.signal,
      handlers: [createExecutionHandler(context!)],
    });
  },
  /** @returns transactions that changed a run, since it was last asked */
  changes(): number {
    const done = changes;
    changes = 0;
    return done;
  },
  async unfinished(): Promise<number> {
    const [{ n }] = await database!('executions')
      .whereNull('finished_at')
      .count({ n: '*' });
    return Number(n);
  },
  /** @returns lines that were committed, one by one */
  async commit(milliseconds: number): Promise<number> {
    const end = performance.now() + milliseconds;
    let done = 0;
    const lane = async () => {
      const run_id = randomUUID();
      for (let seq = 1; performance.now() < end; seq++) {
        await database!.transaction(trx =>
          trx('bench_journal').insert({
            run_id,
            seq,
            at: Date.now(),
            event: 'step-succeeded',
            step_id: `step-${seq}`,
            by: 'bench',
            text: 'Do something',
            data: '{"choice":"applied"}',
          }),
        );
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    return done;
  },
};

export type StepsWorker = typeof handlers;

serve(handlers, async () => {
  stopping.abort();
  await database?.destroy();
});
