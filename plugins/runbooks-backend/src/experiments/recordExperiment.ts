import type { Run } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { ExecutionRow, ExecutionSummary } from '../executions';
import type { RemediationContext } from '../remediation';
import type { Experiment } from './ExperimentContext';
import { newsOfEnd, newsOfSpan } from './newsOfExperiment';
import { notTakenBack, reportExperiment } from './reportExperiment';

/**
 * Writes the report of an experiment into the row of its run, in the transaction in which the run changes.
 *
 * @returns the row as it is now
 */
export async function recordExperiment(
  { append }: Pick<RemediationContext, 'append'>,
  trx: Knex.Transaction,
  row: ExecutionRow,
  run: Run,
): Promise<ExecutionRow> {
  if (row.kind !== 'experiment') return row;
  const experiment = run.steps[0].input.experiment as unknown as Experiment;
  const report = reportExperiment(run, experiment);
  const before: ExecutionSummary = JSON.parse(row.summary);
  const over = run.finishedAt !== undefined;
  const summary = JSON.stringify({
    ...before,
    ...(over && { said: report.said }),
    experiment: report,
  } satisfies ExecutionSummary);
  await trx<ExecutionRow>('executions')
    .where({ id: row.id })
    .update({ summary });
  const recorded = { ...row, summary };
  if (over)
    await append(trx, [
      ...newsOfEnd(recorded, report, notTakenBack(run) !== undefined),
      ...(report.injected ? newsOfSpan(recorded, run) : []),
    ]);
  return recorded;
}
