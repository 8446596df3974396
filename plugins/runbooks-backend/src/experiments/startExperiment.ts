import { InputError } from '@backstage/errors';
import type {
  ExperimentReport,
  ExperimentRequest,
  ExperimentSpec,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import { lockCounter, say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Document } from '../documents';
import {
  experimentRunKind,
  insertExecution,
  type ExecutionRow,
} from '../executions';
import {
  targetOf,
  type Experiment,
  type ExperimentContext,
} from './ExperimentContext';
import {
  experimentDryRun,
  experimentProgram,
  experimentSteps,
} from './experimentProgram';
import { findRefusals, ofUnderWay } from './findRefusals';
import { newsOfBegin } from './newsOfExperiment';
import { refuseBurning } from './refuseBurning';

/** What became of a wish to run one. */
export type Started = { id: string } | { refusals: Sentence[] };

/** Runs of a target that are looked through for one that was asked for with the same key. */
const mostKnown = 50;

/**
 * Begins an experiment, if nothing forbids it. Of two that are asked for at once, one begins. The same
 * key of the same caller again gives the run that is there.
 *
 * @param also - done in the transaction that makes the run
 * @throws InputError when the document has errors
 */
export async function startExperiment(
  context: ExperimentContext,
  document: Document<ExperimentSpec>,
  request: ExperimentRequest & { by: string },
  also: (trx: Knex.Transaction) => Promise<void> = async () => {},
): Promise<Started> {
  const { ref, spec } = document;
  if (!spec) throw new InputError(`${ref} has errors and cannot be run`);
  const experiment: Experiment = { ref, spec };
  const known = await findKnown(context, experiment, request);
  if (known) return { id: known };
  if (!request.dryRun) {
    const refusals = [
      ...(await findRefusals(context, experiment)),
      ...(await refuseBurning(context, experiment)),
    ];
    if (refusals.length) return { refusals };
  }
  const started = await context.db.transaction(trx =>
    insert(context, experiment, request, trx, also),
  );
  context.runs.wake();
  return started;
}

async function insert(
  context: ExperimentContext,
  experiment: Experiment,
  request: ExperimentRequest & { by: string },
  trx: Knex.Transaction,
  also: (trx: Knex.Transaction) => Promise<void>,
): Promise<Started> {
  const { ref, spec } = experiment;
  const { dryRun, reason, key, by } = request;
  if (!dryRun) {
    // Of two at once, the second sees what the first made.
    await lockCounter(trx, 'execution');
    const refusals = await ofUnderWay(trx, experiment);
    if (refusals.length) return { refusals };
  }
  const program = experimentProgram(context, experiment);
  const shown = ['before', 'inject'];
  const id = await insertExecution(
    context,
    {
      kind: dryRun ? 'dry-run' : 'experiment',
      runKind: experimentRunKind,
      ...(key && { key }),
      resolved: {
        program: dryRun
          ? {
              ...program,
              steps: program.steps.filter(step => shown.includes(step.id)),
            }
          : program,
        entityRef: spec.entityRef,
        environment: spec.environment,
        inputs: {},
        secrets: [],
      },
      ...(reason && { reason }),
      ...(!dryRun && { summary: { experiment: firstReport(experiment) } }),
      steps: dryRun
        ? experimentDryRun(experiment, program)
        : experimentSteps(experiment, program),
    },
    {
      name: by,
      experimentRef: ref,
      ...(!dryRun && { target: targetOf(spec) }),
    },
    trx,
  );
  if (!dryRun) {
    const row = await trx<ExecutionRow>('executions').where({ id }).first();
    if (row) await context.append(trx, newsOfBegin(row, spec));
  }
  await also(trx);
  return { id };
}

function firstReport({ ref, spec }: Experiment): ExperimentReport {
  return {
    experimentRef: ref,
    hypothesis: spec.hypothesis,
    fault: spec.fault,
    verdict: 'running',
    said: say('experiment.verdict.running', 'Under way.'),
    readings: [],
    recommendations: [],
  };
}

async function findKnown(
  { db, runs }: ExperimentContext,
  { spec }: Experiment,
  { key, by }: ExperimentRequest & { by: string },
): Promise<string | undefined> {
  if (!key) return undefined;
  const found = await runs.list({
    kind: experimentRunKind,
    target: targetOf(spec),
    limit: mostKnown,
  });
  const run = found.find(one => one.key === `${by}:${key}`.slice(0, 300));
  if (!run) return undefined;
  const [id] = await db<ExecutionRow>('executions')
    .where({ run_id: run.id })
    .pluck('id');
  return id;
}
