import type { ExecutionPlan } from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import type { AttemptDetails, AttemptRow } from './AttemptRow';
import type { ChainedAct } from './chains';

/** Acts that are looked at. */
const most = 100;

/** The latest acts of policies since an instant, but for one's own. */
export async function readActs(
  db: Knex,
  { id = '', since }: { id?: string; since: number },
): Promise<ChainedAct[]> {
  const rows: AttemptRow[] = await db<AttemptRow>('attempts')
    .whereNot({ id })
    .whereNotNull('policy_ref')
    .where('acted_at', '>', since)
    .orderBy('acted_at', 'desc')
    .limit(most);
  return rows.map(actOf);
}

/** Of an attempt that was acted on. */
export function actOf(row: AttemptRow): ChainedAct {
  const { plan, since }: Partial<AttemptDetails> = JSON.parse(row.details);
  return {
    policyRef: row.policy_ref ?? '',
    target: row.target,
    ...(row.incident_id && { incidentId: row.incident_id }),
    entities: reachOf(row.entity_ref, plan),
    since: since ?? Number(row.at),
    actedAt: Number(row.acted_at),
    isWell: row.state === 'verified',
  };
}

/** Entities that a plan touches. */
export function reachOf(
  entityRef: string,
  plan: ExecutionPlan | undefined,
): ReadonlySet<string> {
  return new Set([
    entityRef,
    ...(plan?.steps ?? []).flatMap(
      step => step.plan?.blastRadius.entities ?? [],
    ),
  ]);
}
