import type { Knex } from 'knex';

/** Takes out runs that began before an instant, a bounded number at once. */
export async function pruneRuns(db: Knex, before: number): Promise<number> {
  const old = db('triage_runs')
    .where('started_at', '<', before)
    .orderBy('started_at')
    .limit(1000)
    .select('number');
  const numbers: number[] = (await old).map(row => row.number);
  if (!numbers.length) return 0;
  await db('triage_feedback').whereIn('run_number', numbers).delete();
  return db('triage_runs').whereIn('number', numbers).delete();
}
