import type { RehearsalReport } from '@ghostlight/plugin-runbooks-common';
import { say, type Run } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { ExecutionRow, ExecutionSummary } from '../executions';
import { replayStep } from './startRehearsal';

/**
 * Writes what a rehearsal found into the row of its run, in the transaction in which the run changes.
 *
 * @returns the row as it is now
 */
export async function recordRehearsal(
  trx: Knex.Transaction,
  row: ExecutionRow,
  run: Run,
): Promise<ExecutionRow> {
  const step = run.steps.find(({ id }) => id === replayStep);
  const rehearsal = step?.result?.report as unknown as
    | RehearsalReport
    | undefined;
  if (row.kind !== 'rehearsal' || !rehearsal) return row;
  const before: ExecutionSummary = JSON.parse(row.summary);
  const summary = JSON.stringify({
    ...before,
    said: sayRehearsal(rehearsal),
    rehearsal,
  } satisfies ExecutionSummary);
  await trx<ExecutionRow>('executions')
    .where({ id: row.id })
    .update({ summary });
  return { ...row, summary };
}

function sayRehearsal(report: RehearsalReport) {
  const { incidentId, wouldHaveMatched, wouldHaveActed } = report;
  const { wouldHaveRecovered } = report;
  const id = { id: incidentId };
  if (!wouldHaveMatched)
    return say(
      'rehearsal.said.no-match',
      `It would not have been found in ${incidentId}.`,
      id,
    );
  if (!wouldHaveActed)
    return say(
      'rehearsal.said.no-act',
      `It would have matched ${incidentId}, and not acted.`,
      id,
    );
  const texts = {
    yes: 'and users would have recovered.',
    no: 'and it would not have helped.',
    unknown: 'and whether it would have helped, nobody knows.',
  };
  return say(
    `rehearsal.said.${wouldHaveRecovered}`,
    `It would have acted in ${incidentId}, ${texts[wouldHaveRecovered]}`,
    id,
  );
}
