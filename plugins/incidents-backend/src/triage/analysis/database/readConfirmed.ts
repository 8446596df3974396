import type {
  AnalysisHypothesis,
  TriageSpend,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { readJson, type KeptResult } from './RunRow';

const most = 200;

interface Row {
  candidates: string;
  told: string | null;
  origin_ref: string | null;
  root_cause: string | null;
  result: string | null;
}

/**
 * How often the true cause of closed incidents was suspected: what a person named as it, or the origin of
 * one whose root cause somebody wrote down. Of those that began since then the latest two hundred, with
 * what was known while they lasted: suspects in the order of the rules, and the latest analysis.
 */
export async function readConfirmed(
  db: Knex,
  since: number,
): Promise<TriageSpend['feedback']['causes']> {
  const told = db('triage_feedback')
    .join('triage_runs', 'triage_runs.number', 'triage_feedback.run_number')
    .whereRaw('triage_runs.incident_number = incidents.number')
    .whereNotNull('triage_feedback.true_cause')
    .orderBy('triage_feedback.at', 'desc')
    .limit(1)
    .select('triage_feedback.true_cause');
  const result = db('triage_runs')
    .whereRaw('triage_runs.incident_number = incidents.number')
    .where({ task: 'analysis', state: 'done' })
    .orderBy('triage_runs.number', 'desc')
    .limit(1)
    .select('triage_runs.result');
  const rows: Row[] = await db
    .select('*')
    .from(
      db('incidents')
        .join(
          'triage_features',
          'triage_features.incident_number',
          'incidents.number',
        )
        .where('incidents.started_at', '>=', since)
        .whereNotNull('incidents.resolved_at')
        .whereNull('incidents.merged_into')
        .whereNull('incidents.deleted_at')
        .select(
          'incidents.started_at',
          'incidents.origin_ref',
          'incidents.root_cause',
          'triage_features.candidates',
          { told, result },
        )
        .as('closed'),
    )
    .where(closed =>
      closed
        .whereNotNull('told')
        .orWhere(known =>
          known.whereNotNull('root_cause').whereNotNull('origin_ref'),
        ),
    )
    .orderBy('started_at', 'desc')
    .limit(most);
  const count = {
    n: 0,
    first: 0,
    three: 0,
    analysed: 0,
    modelFirst: 0,
    modelThree: 0,
  };
  for (const row of rows) {
    const cause = (row.told ?? row.origin_ref ?? '').trim().toLowerCase();
    const suspects: { ref: string }[] = JSON.parse(row.candidates);
    const place = suspects.findIndex(({ ref }) => isNamed(cause, ref));
    count.n += 1;
    count.first += Number(place === 0);
    count.three += Number(place >= 0 && place < 3);
    const kept = readJson<KeptResult>(row.result);
    if (!kept?.analysis) continue;
    const said = kept.analysis.hypotheses.findIndex(one => says(cause, one));
    count.analysed += 1;
    count.modelFirst += Number(said === 0);
    count.modelThree += Number(said >= 0 && said < 3);
  }
  return count;
}

function says(cause: string, { entityRef, title }: AnalysisHypothesis) {
  return entityRef ? isNamed(cause, entityRef) : isNamed(cause, title);
}

/** Causes are refs, names, or a few words of people. */
function isNamed(cause: string, suspected: string): boolean {
  const known = suspected.toLowerCase();
  const name = known.slice(known.lastIndexOf('/') + 1);
  const isRef = /^[a-z]+:[^/\s]+\/\S+$/.test(cause);
  return (
    known === cause ||
    name === cause ||
    // What is no entity has a title.
    (!isRef && cause.length > 3 && /\s/.test(known) && known.includes(cause))
  );
}
