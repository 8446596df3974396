import {
  incidentIdOf,
  incidentNumberOf,
  type TriageFeedback,
  type TriageRun,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { runOf, slimColumns, type RunRow, type SlimRow } from './RunRow';

const most = 20;

/** The latest of an incident, the latest first, without their evidence. */
export async function listRuns(
  db: Knex,
  incidentId: string,
  now: number,
): Promise<TriageRun[]> {
  const incident = incidentNumberOf(incidentId);
  if (!incident) return [];
  const rows: SlimRow[] = await db('triage_runs')
    .where('incident_number', incident)
    .orderBy('number', 'desc')
    .limit(most)
    .select(...slimColumns);
  return withFeedback(db, rows, now);
}

/** The latest analysis of an incident that a model made; its evidence is in the run itself. */
export async function latestAnalysis(
  db: Knex,
  incidentId: string,
  now: number,
): Promise<TriageRun | undefined> {
  const incident = incidentNumberOf(incidentId);
  if (!incident) return undefined;
  const rows: SlimRow[] = await db('triage_runs')
    .where({ incident_number: incident, task: 'analysis', state: 'done' })
    .orderBy('number', 'desc')
    .limit(1)
    .select(...slimColumns, 'evidence');
  return (await withFeedback(db, rows, now))[0];
}

/** The incident that a run is about. */
export async function incidentOf(
  db: Knex,
  number: number,
): Promise<string | undefined> {
  const row = await db('triage_runs')
    .where({ number })
    .first('incident_number');
  return row && incidentIdOf(row.incident_number);
}

/** One run with its evidence. */
export async function readRun(
  db: Knex,
  number: number,
  now: number,
): Promise<TriageRun | undefined> {
  const rows: SlimRow[] = await db('triage_runs')
    .where({ number })
    .select(...slimColumns, 'evidence');
  return (await withFeedback(db, rows, now))[0];
}

/** The latest good answer to the same question. */
export async function findCached(
  db: Knex,
  cacheKey: string,
): Promise<
  Pick<RunRow, 'number' | 'result' | 'evidence' | 'model'> | undefined
> {
  const [row] = await db('triage_runs')
    .where({ cache_key: cacheKey, state: 'done', outcome: 'answered' })
    .orderBy('number', 'desc')
    .limit(1)
    .select('number', 'result', 'evidence', 'model');
  return row;
}

async function withFeedback(
  db: Knex,
  rows: SlimRow[],
  now: number,
): Promise<TriageRun[]> {
  if (!rows.length) return [];
  const given: {
    run_number: number;
    given_by: string;
    at: number | string;
    verdict: 'right' | 'wrong';
    true_cause: string | null;
    comment: string | null;
  }[] = await db('triage_feedback')
    .whereIn(
      'run_number',
      rows.map(({ number }) => number),
    )
    .orderBy('at');
  const feedback = new Map<number, TriageFeedback[]>();
  for (const one of given) {
    const all = feedback.get(one.run_number) ?? [];
    all.push({
      by: one.given_by,
      at: new Date(Number(one.at)).toISOString(),
      verdict: one.verdict,
      ...(one.true_cause && { trueCause: one.true_cause }),
      ...(one.comment && { comment: one.comment }),
    });
    feedback.set(one.run_number, all);
  }
  return rows.map(row =>
    runOf(row, { now, feedback: feedback.get(row.number) ?? [] }),
  );
}
