import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { RollbackRequest } from '@ghostlight/plugin-delivery-common';
import type { PlannedStep, RunRequest } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { PlannedLane } from './gatherLanes';
import { nextRollbackId } from './nextRollbackId';
import { laneToApply, readPlan, type StoredPlan } from './plans';
import { refuseSecond } from './refuseSecond';
import type { RollbackContext } from './RollbackContext';
import type { RollbackRow } from './RollbackRow';
import { saidOf } from './saidOf';
import { planTakeBack } from './takeBack';

/** Kind of the runs that rollbacks are. */
export const rollbackKind = 'rollback';

export interface Requester {
  /** Whoever asks, for the record and as the gate sees them. */
  name: string;
  credentials: BackstageCredentials;
  /** The watch that asks, when nobody does. */
  watchId?: string;
  ownerRef?: string;
  systemRef?: string;
}

/**
 * Asks for what a plan says. The same plan again gives the rollback that is there, whoever asks, and so
 * does the same watch. A dry run is a new one each time.
 *
 * @returns its id
 * @throws ConflictError when the plan is too old, cannot be applied, something else is at its target, or
 * the gate says no
 */
export async function requestRollback(
  context: RollbackContext,
  request: RollbackRequest,
  requester: Requester,
): Promise<string> {
  const { db, now, runs } = context;
  const dryRun = request.dryRun ?? false;
  const known = dryRun ? undefined : await findKnown(db, request, requester);
  if (known) return known.id;
  const stored = await readPlan(db, request.planId);
  const at = now();
  const planned = laneToApply(stored, request.lane, at);
  const reason = request.reason.trim();
  if (reason.length < 5)
    throw new InputError('reason: say in a few words why, for the record');
  if (!dryRun) await askGate(context, stored, requester);
  const asked = runOf(
    context,
    stored,
    planned,
    { ...request, reason },
    requester,
    at,
  );
  const id = await db.transaction(async trx => {
    // Locks the counter: of two who ask at once the second sees the first one's.
    const rollbackId = await nextRollbackId(trx);
    const first = dryRun ? undefined : await findKnown(trx, request, requester);
    if (first) return first.id;
    if (!dryRun) await refuseSecond(trx, asked.target, stored.plan);
    const { run } = await runs.request(asked, trx);
    const { plan } = stored;
    const row: RollbackRow = {
      id: rollbackId,
      plan_id: plan.id,
      run_id: run.id,
      entity_ref: plan.entityRef,
      owner_ref: requester.ownerRef ?? null,
      system_ref: requester.systemRef ?? null,
      environment: plan.environment,
      state: run.approval ? 'waiting-approval' : 'running',
      lane: request.lane,
      reason,
      dry_run: dryRun,
      requested_by: requester.name,
      requested_at: at,
      watch_id: requester.watchId ?? null,
      incident_id: request.incidentId ?? plan.incidentIds[0] ?? null,
      from_id: plan.from.deploymentId ?? null,
      summary: JSON.stringify({
        from: plan.from,
        to: plan.to,
        said: saidOf(run, plan.to.version),
      }),
      started_at: null,
      finished_at: null,
    };
    await trx('rollbacks').insert(row);
    await context.announce(trx, row);
    return rollbackId;
  });
  runs.wake();
  return id;
}

async function findKnown(
  db: Knex,
  { planId }: RollbackRequest,
  { watchId }: Requester,
): Promise<RollbackRow | undefined> {
  return db<RollbackRow>('rollbacks')
    .where({ dry_run: false })
    .where(inner => {
      inner.where({ plan_id: planId });
      if (watchId !== undefined) inner.orWhere({ watch_id: watchId });
    })
    .first();
}

/** What the gate said when the plan was made may be minutes old. */
async function askGate(
  { gate }: RollbackContext,
  { plan }: StoredPlan,
  { credentials }: Requester,
): Promise<void> {
  const { verdict, said } = await gate({
    entityRef: plan.entityRef,
    environment: plan.environment,
    version: plan.to.version,
    purpose: 'rollback',
    credentials,
  });
  if (verdict === 'deny')
    throw new ConflictError(
      `The gate says no: ${said.text} Override it, or wait`,
    );
}

function runOf(
  context: RollbackContext,
  { plan }: StoredPlan,
  { driver, target, plan: driverPlan }: PlannedLane,
  request: RollbackRequest,
  requester: Requester,
  at: number,
): RunRequest & { target: string } {
  const type = request.dryRun ? 'dry-run' : 'act';
  const acts: PlannedStep[] = driverPlan.steps.map(step => ({
    id: step.id,
    type,
    title: step.title,
    input: { driver, step: step as unknown as JsonObject },
    timeout: step.timeout ?? 60_000,
  }));
  const { drivers, verification } = context;
  const after: PlannedStep[] = request.dryRun
    ? []
    : [
        {
          id: 'roll-out',
          type: 'observe',
          title: `${plan.to.version} rolled out`,
          input: { driver, plan: driverPlan as unknown as JsonObject },
          // One that lasts is a pull request that somebody merges.
          timeout: driverPlan.lane.lasts ? 24 * 3600_000 : 10 * 60_000,
        },
        {
          id: 'verify',
          type: 'verify',
          title: 'What users see recovers',
          input: { entityRef: plan.entityRef, environment: plan.environment },
          timeout: verification.window + 60_000,
        },
        ...planTakeBack(drivers.get(driver), driverPlan),
      ];
  return {
    kind: rollbackKind,
    key: request.dryRun ? `dry-run:${randomUUID()}` : plan.id,
    // A dry run need not wait for what is under way.
    target: `${request.dryRun ? 'dry-run:' : ''}${driver}:${target.ref}`.slice(
      0,
      300,
    ),
    input: {
      planId: plan.id,
      entityRef: plan.entityRef,
      environment: plan.environment,
      from: plan.from.version,
      to: plan.to.version,
      reason: request.reason,
      dryRun: request.dryRun ?? false,
    },
    steps: [...acts, ...after],
    requestedBy: requester.name,
    ...(plan.approval.needed &&
      !request.dryRun && {
        approval: { until: at + context.approval.waits },
      }),
  };
}
