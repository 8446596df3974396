import type { AuthService } from '@backstage/backend-plugin-api';
import type { Watch } from '@ghostlight/plugin-delivery-common';
import { planRollback, type BarePlan } from './planRollback';
import { requestRollback } from './requestRollback';
import type { RollbackContext } from './RollbackContext';

/**
 * Does for a deployment that failed its watch what the policy says: makes a plan, and applies it when
 * that is asked for and nothing speaks against it. Told again of the same watch it gives what is there.
 */
export async function rollBackFailed(
  context: RollbackContext,
  auth: AuthService,
  watch: Watch,
  ownership: { ownerRef?: string; systemRef?: string },
): Promise<{ planId?: string; rollbackId?: string } | undefined> {
  await context.announceWatch(watch);
  if (watch.automaticRollback === 'off') return undefined;
  const { entityRef, environment } = watch;
  const known = await context
    .db('rollbacks')
    .where({ watch_id: watch.id, dry_run: false })
    .select('id', 'plan_id')
    .first();
  if (known) return { planId: known.plan_id, rollbackId: known.id };
  const name = `watch:${watch.id}`;
  const credentials = await auth.getOwnServiceCredentials();
  const plan = await planRollback(
    context,
    { entityRef, environment },
    { credentials, name },
  );
  if (watch.automaticRollback === 'plan' || !isHarmless(plan, watch))
    return { planId: plan.id };
  const lane = plan.lanes.find(({ recommended }) => recommended)!;
  const rollbackId = await requestRollback(
    context,
    { planId: plan.id, lane: lane.id, reason: watch.said.text.slice(0, 1000) },
    { name, credentials, watchId: watch.id, ...ownership },
  );
  return { planId: plan.id, rollbackId };
}

/** Whether nobody need be asked: it undoes what was watched, all of it comes back, nothing refuses. */
function isHarmless(plan: BarePlan, { version }: Watch): boolean {
  return (
    plan.lanes.some(({ recommended }) => recommended) &&
    plan.oneWay.length === 0 &&
    plan.to.good !== false &&
    plan.gate.verdict !== 'deny' &&
    (version === undefined || plan.from.version === version)
  );
}
