import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { PlannedLane } from './gatherLanes';
import type { BarePlan } from './planRollback';

/** A plan with what the drivers need to do it. */
export interface StoredPlan {
  plan: BarePlan;
  lanes: Record<string, PlannedLane>;
  requestedBy: string;
  expiresAt: number;
}

export async function insertPlan(
  db: Knex,
  plan: BarePlan,
  lanes: Record<string, PlannedLane>,
  requestedBy: string,
): Promise<void> {
  await db('plans').insert({
    id: plan.id,
    entity_ref: plan.entityRef,
    environment: plan.environment,
    requested_by: requestedBy,
    plan: JSON.stringify(plan),
    drivers: JSON.stringify(lanes),
    made_at: Date.parse(plan.asOf),
    expires_at: Date.parse(plan.expiresAt),
  });
}

/** @throws NotFoundError */
export async function readPlan(db: Knex, id: string): Promise<StoredPlan> {
  const row = await db('plans').where({ id }).first();
  if (!row) throw new NotFoundError(`No plan '${id.slice(0, 60)}'`);
  return {
    plan: JSON.parse(row.plan),
    lanes: JSON.parse(row.drivers),
    requestedBy: row.requested_by,
    expiresAt: Number(row.expires_at),
  };
}

/** The lane of a plan that can be applied now. @throws ConflictError that says what to do */
export function laneToApply(
  { lanes, expiresAt }: StoredPlan,
  lane: string,
  now: number,
): PlannedLane {
  if (now > expiresAt)
    throw new ConflictError(
      'planId: the plan is more than 15 minutes old, and things may have moved; plan again',
    );
  const chosen = Object.hasOwn(lanes, lane) ? lanes[lane] : undefined;
  if (!chosen)
    throw new ConflictError(
      `lane: the plan has ${
        Object.keys(lanes).join(', ') || 'none'
      }, not '${lane}'`,
    );
  const [refusal] = chosen.plan.refusals;
  if (refusal) throw new ConflictError(`It cannot be applied: ${refusal.text}`);
  return chosen;
}

/** Plans that nobody can apply any more and no rollback was made of. */
export async function deleteOldPlans(
  db: Knex,
  before: number,
): Promise<number> {
  return db('plans')
    .where('expires_at', '<', before)
    .whereNotExists(made =>
      made
        .select('id')
        .from('rollbacks')
        .whereRaw('rollbacks.plan_id = plans.id'),
    )
    .delete();
}
