import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { RunRow, StepRow } from './rows';
import { recordOf } from './rows';
import type { RunRecord } from './RunRecord';

/** The runs that `narrow` leaves, with their steps, in its order. */
export async function readRuns(
  database: Knex,
  now: string,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<RunRecord[]> {
  const rows: (RunRow & { now: number | string })[] = await narrow(
    database('runs').select('runs.*', database.raw(`${now} as now`)),
  );
  if (!rows.length) return [];
  const steps: StepRow[] = await database('run_steps')
    .whereIn(
      'run_id',
      rows.map(({ id }) => id),
    )
    .orderBy('position');
  const byRun = new Map<string, StepRow[]>();
  for (const step of steps) {
    const others = byRun.get(step.run_id);
    if (others) others.push(step);
    else byRun.set(step.run_id, [step]);
  }
  return rows.map(row => recordOf(row, byRun.get(row.id) ?? []));
}

/** The steps of a run, in order. */
export function readSteps(database: Knex, id: string): Promise<StepRow[]> {
  return database('run_steps').where({ run_id: id }).orderBy('position');
}

/** @throws NotFoundError */
export async function readRun(
  database: Knex,
  now: string,
  id: string,
): Promise<RunRecord> {
  const [run] = await readRuns(database, now, query => query.where({ id }));
  if (!run) throw new NotFoundError(`There is no run '${id}'`);
  return run;
}
