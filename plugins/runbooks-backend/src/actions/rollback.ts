import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { DeliveryService } from '@ghostlight/plugin-delivery-node';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import { say } from '@ghostlight/reliability-node';
import { z } from 'zod';

const input = z.strictObject({
  toVersion: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('A version that ran before; the last good one when left out'),
  reason: z.string().min(5).max(500).optional(),
});

type Input = z.infer<typeof input>;

/** What is pinned: a plan of the delivery family, which has exactly one rollback. */
interface Pinned {
  planId: string;
  lane: string;
  from: string;
  to: string;
  reason: string;
  incidentId?: string;
}

const pinnedOf = (pinned: JsonObject) => pinned as unknown as Pinned;

/** Rolls an entity back through the delivery family, which has the drivers, the gates and the diff. */
export function rollback(options: {
  auth: AuthService;
  delivery: DeliveryService;
}): Action<Input> {
  const { auth, delivery } = options;
  const asUs = async () => ({
    credentials: await auth.getOwnServiceCredentials(),
  });
  const request = async (pinned: Pinned, dryRun: boolean) =>
    delivery.requestRollback(
      {
        planId: pinned.planId,
        lane: pinned.lane,
        reason: pinned.reason,
        ...(pinned.incidentId && { incidentId: pinned.incidentId }),
        ...(dryRun && { dryRun }),
      },
      await asUs(),
    );
  return {
    id: 'delivery:rollback',
    title: 'Roll back to the last good version',
    description:
      'Puts back the version that ran well before, by the lane that lasts longest without a person.',
    input,
    reads: ['Deployment history', 'Gate'],
    changes: ['Running version'],
    reversible: true,
    idempotent: true,
    actsOn: () => 'entity',
    timeout: 15 * 60_000,
    async plan({ toVersion, reason }, { entity, environment, incidentId }) {
      if (!entity)
        return refused(
          say('action.rollback.entity', 'It needs a service to roll back.'),
        );
      const entityRef = stringifyEntityRef(entity);
      const asked = { entityRef, environment, incidentId };
      let plan = await delivery.planRollback(asked, await asUs());
      if (toVersion && plan.to.version !== toVersion) {
        const wanted = plan.candidates.find(
          ({ version }) => version === toVersion,
        );
        if (!wanted?.revision)
          return refused(
            say(
              'action.rollback.unknown',
              `The platform does not know version ${toVersion} any more.`,
              { version: toVersion },
            ),
          );
        plan = await delivery.planRollback(
          { ...asked, toRevision: wanted.revision },
          await asUs(),
        );
      }
      const lane =
        plan.lanes.find(
          ({ available, recommended }) => available && recommended,
        ) ?? plan.lanes.find(({ available }) => available);
      const { from, to } = plan;
      const params = { from: from.version, to: to.version };
      return {
        target: `${plan.target.driver}:${plan.target.ref}`,
        title: say(
          'action.rollback.plan',
          `Roll back from ${from.version} to ${to.version}`,
          params,
        ),
        changes: plan.values.map(({ label, from: before, to: after }) => ({
          label,
          ...(before !== undefined && { from: before }),
          ...(after !== undefined && { to: after }),
        })),
        undo: say('action.rollback.undo', `Ship ${from.version} again.`, {
          version: from.version,
        }),
        refusals: [
          ...plan.refusals,
          ...(plan.gate.verdict === 'deny' ? [plan.gate.said] : []),
          ...(lane
            ? []
            : [say('action.rollback.lane', 'There is no way to do it now.')]),
        ],
        pinned: {
          planId: plan.id,
          lane: lane?.id ?? '',
          from: from.version,
          to: to.version,
          reason: reason ?? `Runbook: back to ${to.version}`,
          ...(incidentId && { incidentId }),
        },
      };
    },
    async dryRun(pinned) {
      const { state, said } = await request(pinnedOf(pinned), true);
      return state === 'failed'
        ? { state: 'refused', error: said.text }
        : { state: 'applied' };
    },
    async act(pinned) {
      const { id } = await request(pinnedOf(pinned), false);
      return { state: 'applied', result: { rollbackId: id } };
    },
    // Asked again, a plan answers with the rollback that it has: nothing happens twice.
    readBack: async () => ({ state: 'absent' }),
    async observe(_pinned, { rollbackId }) {
      const { state, said } = await delivery.getRollback(
        String(rollbackId),
        await asUs(),
      );
      const text = `${rollbackId}: ${said.text}`;
      if (state === 'succeeded') return { state: 'done', text };
      const isUnderWay =
        state === 'running' ||
        state === 'verifying' ||
        state === 'waiting-approval' ||
        state === 'cancelling';
      return { state: isUnderWay ? 'progressing' : 'failed', text };
    },
    undo: pinned => ({
      action: 'delivery:rollback',
      input: { toVersion: pinnedOf(pinned).from },
    }),
  };
}

function refused(sentence: ReturnType<typeof say>) {
  return {
    title: sentence,
    changes: [],
    refusals: [sentence],
    pinned: {},
  };
}
