import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RollbacksApi } from '../service';
import { planPage } from '../news';
import { readsOnly } from './readsOnly';

/** `delivery-plan-rollback`: what a rollback would do. */
export function registerPlanAction({
  actionsRegistry,
  rollbacks,
}: {
  actionsRegistry: ActionsRegistryService;
  rollbacks: RollbacksApi;
}): void {
  actionsRegistry.register({
    name: 'delivery-plan-rollback',
    title: 'Plan a rollback',
    description:
      'Says what a rollback of an entity would do: from which version to which, what differs, what would not come back, who would undo it, what the gate says. Changes nothing; a person applies a plan in the portal.',
    attributes: readsOnly,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe('Such as component:default/payments'),
          environment: z.string().max(60).optional(),
        }),
      output: z =>
        z.object({
          page: z.string().describe('Where a person can apply it'),
          from: z.string(),
          to: z.string(),
          changes: z.array(z.string()),
          willNotComeBack: z.array(z.string()),
          whoWouldUndoIt: z.array(z.string()),
          gate: z.string(),
          lanes: z.array(z.string()),
          refusals: z.array(z.string()),
          expiresAt: z.string(),
        }),
    },
    action: async ({ input, credentials }) => {
      const plan = await rollbacks.plan(input, { credentials });
      return {
        output: {
          page: planPage(plan.entityRef, plan.environment),
          from: plan.from.version,
          to: plan.to.version,
          changes: plan.values.map(
            ({ label, from, to }) => `${label}: ${from ?? '–'} → ${to ?? '–'}`,
          ),
          willNotComeBack: plan.oneWay.map(({ text }) => text),
          whoWouldUndoIt: plan.undoers.map(
            ({ name, said }) => `${name}: ${said.text}`,
          ),
          gate: plan.gate.said.text,
          lanes: plan.lanes.map(
            ({ title, said, recommended }) =>
              `${title}${recommended ? ' (recommended)' : ''}: ${said.text}`,
          ),
          refusals: plan.refusals.map(({ text }) => text),
          expiresAt: plan.expiresAt,
        },
      };
    },
  });
}
