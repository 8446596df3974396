import type { Knex } from 'knex';
import { featureVersion, type Featured } from './features';
import type { Lesson } from './trainModel';

const most = 500;

interface Row {
  number: number;
  started_at: number | string;
  origin_ref: string | null;
  root_cause: string | null;
  candidates: string;
}

/**
 * The latest closed incidents with a confirmed cause, the earliest first: what a person named as the
 * true cause, or the origin of one whose root cause somebody wrote down.
 */
export async function readLessons(db: Knex): Promise<Lesson[]> {
  const rows: Row[] = await db('triage_features')
    .join('incidents', 'incidents.number', 'triage_features.incident_number')
    .where('triage_features.version', featureVersion)
    .whereNotNull('incidents.resolved_at')
    .whereNull('incidents.merged_into')
    .whereNull('incidents.deleted_at')
    .orderBy('incidents.started_at', 'desc')
    .limit(most)
    .select(
      'incidents.number',
      'incidents.started_at',
      'incidents.origin_ref',
      'incidents.root_cause',
      'triage_features.candidates',
    );
  const told = await readTold(db);
  return rows
    .reverse()
    .map(row => {
      const candidates: Featured[] = JSON.parse(row.candidates);
      return {
        at: Number(row.started_at),
        causeRef:
          told.get(row.number) ?? (row.root_cause ? row.origin_ref : null),
        candidates,
      };
    })
    .filter((lesson): lesson is Lesson => lesson.causeRef !== null);
}

async function readTold(db: Knex): Promise<Map<number, string>> {
  const rows: { incident_number: number; true_cause: string }[] = await db(
    'triage_feedback',
  )
    .join('triage_runs', 'triage_runs.number', 'triage_feedback.run_number')
    .whereNotNull('triage_feedback.true_cause')
    .orderBy('triage_feedback.at', 'desc')
    .limit(most * 2)
    .select('triage_runs.incident_number', 'triage_feedback.true_cause');
  // The latest word counts.
  return new Map(
    rows.reverse().map(row => [row.incident_number, row.true_cause]),
  );
}
