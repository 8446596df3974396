import type { FailureCause } from '@ghostlight/plugin-delivery-common';
import type { CostContext } from './SpentKeeper';
import { changeRows } from './writeCosts';

/** Milliseconds after which nobody waits for a recovery any more. */
const patience = 14 * 86_400_000;
const most = 500;

interface FailedRow {
  id: string;
  failed_because: string;
  incident_ids: string;
  active_until: number | string | null;
  undone_at: number | string | null;
  next_at: number | string | null;
}

/**
 * Says of failed deployments when what they broke was whole again: when the last of it was. A rollback heals
 * with its end, an incident with its own, budget and watch when another version took over, one that never got
 * through with the next that did.
 */
export async function noteRecoveries(context: CostContext): Promise<void> {
  const { db, now } = context;
  const rows: FailedRow[] = await db('deployments')
    .where('failed', true)
    .whereNull('recovered_at')
    .whereNull('same_as')
    .where('started_at', '>=', now() - patience)
    .orderBy('started_at', 'desc')
    .limit(most)
    .select(
      'id',
      'failed_because',
      'incident_ids',
      'active_until',
      db.raw(`(select u.active_from from deployments u
        where u.id = deployments.rolled_back_by) as undone_at`),
      db.raw(`(select n.active_from from deployments n
        where n.entity_ref = deployments.entity_ref
          and n.environment = deployments.environment
          and n.active_from > coalesce(deployments.finished_at, deployments.started_at)
          and n.id <> deployments.id
        order by n.active_from limit 1) as next_at`),
    );
  if (!rows.length) return;
  const ends = await readEnds(context, rows);
  const recovered = new Map(
    rows.flatMap(row => {
      const causes: FailureCause[] = JSON.parse(row.failed_because);
      const at = causes.map(cause => endOf(cause, row, ends));
      return at.some(one => one === undefined)
        ? []
        : [[row.id, Math.max(...at.map(Number))] as const];
    }),
  );
  await changeRows(context, [...recovered.keys()], row => {
    row.recovered_at ??= recovered.get(row.id) ?? null;
  });
}

function endOf(
  { kind, ref }: FailureCause,
  row: FailedRow,
  ends: ReadonlyMap<string, number>,
): number | undefined {
  const number = (at: number | string | null) =>
    at === null ? undefined : Number(at);
  switch (kind) {
    case 'incident':
      return ends.get(ref ?? '');
    case 'failed':
      return number(row.next_at);
    default:
      return number(row.undone_at) ?? number(row.active_until);
  }
}

/** When incidents were over, of those that are. */
async function readEnds(
  { auth, incidents, now }: CostContext,
  rows: FailedRow[],
): Promise<Map<string, number>> {
  const ends = new Map<string, number>();
  const wanted = new Set(
    rows.flatMap(row => JSON.parse(row.incident_ids) as string[]),
  );
  if (!wanted.size) return ends;
  let cursor: string | undefined;
  for (let page = 0; page < 10; page++) {
    const answer = await incidents
      .listIncidents(
        {
          from: new Date(now() - patience).toISOString(),
          status: ['resolved'],
          limit: 100,
          cursor,
        },
        { credentials: await auth.getOwnServiceCredentials() },
      )
      .catch(() => undefined);
    for (const { id, recoveredAt, resolvedAt } of answer?.items ?? []) {
      const end = recoveredAt ?? resolvedAt;
      if (end && wanted.delete(id)) ends.set(id, Date.parse(end));
    }
    cursor = answer?.nextCursor;
    if (!cursor || !wanted.size) break;
  }
  return ends;
}
