import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { JsonObject } from '@backstage/types';
import type {
  ExecutionPlan,
  PlannedStep,
} from '@ghostlight/plugin-runbooks-common';
import type { ExecutionsApi } from '../service';
import { planPage } from './pages';
import { readsOnly } from './readsOnly';

/** `runbook-plan`: what a run would do. */
export function registerPlanAction({
  actionsRegistry,
  executions,
}: {
  actionsRegistry: ActionsRegistryService;
  executions: ExecutionsApi;
}): void {
  actionsRegistry.register({
    name: 'runbook-plan',
    title: 'Plan a run',
    description:
      'Says what running a runbook, or one action, would do, step by step: what would change, what it touches, what cannot be undone, what refuses it, who would have to approve. Changes nothing; a person runs it in the portal.',
    attributes: readsOnly,
    schema: {
      input: z =>
        z.object({
          runbookRef: z
            .string()
            .max(300)
            .optional()
            .describe('Such as runbook:default/payments-5xx; this or action'),
          inputs: z
            .record(z.string(), z.unknown())
            .optional()
            .describe('Of the runbook, by name'),
          action: z
            .string()
            .max(100)
            .optional()
            .describe('Id of an installed action'),
          input: z
            .record(z.string(), z.unknown())
            .optional()
            .describe('Of the action'),
          entityRef: z
            .string()
            .max(300)
            .optional()
            .describe('Such as component:default/payments'),
          environment: z.string().max(60).optional(),
          incidentId: z.string().max(60).optional(),
        }),
      output: z =>
        z.object({
          page: z.string().optional().describe('Where a person can run it'),
          entityRef: z.string().optional(),
          environment: z.string(),
          steps: z.array(
            z.object({
              id: z.string(),
              kind: z.string(),
              title: z.string(),
              would: z.string().optional(),
              target: z.string().optional(),
              changes: z.array(z.string()),
              touches: z.array(z.string()),
              reversible: z.boolean().optional(),
              undo: z.string().optional(),
              refusals: z.array(z.string()),
              problem: z.string().optional(),
            }),
          ),
          refusals: z.array(z.string()),
          approval: z
            .string()
            .optional()
            .describe('Why a second person has to agree; left out if not'),
          approvers: z.array(z.string()),
          mayRun: z.boolean(),
          asOf: z.string(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { inputs, input: given, ...request } = input;
      const plan = await executions.plan(
        {
          ...request,
          ...(inputs && { inputs: inputs as JsonObject }),
          ...(given && { input: given as JsonObject }),
        },
        { credentials },
      );
      return { output: shown(plan, input.incidentId) };
    },
  });
}

function shown(plan: ExecutionPlan, incidentId?: string) {
  const { runbookRef, approval, refusals } = plan;
  return {
    page: runbookRef && planPage(runbookRef, { ...plan, incidentId }),
    entityRef: plan.entityRef,
    environment: plan.environment,
    steps: plan.steps.map(shownStep),
    refusals: refusals.map(({ text }) => text),
    approval: approval.needed
      ? approval.why?.text ?? 'A second person has to agree.'
      : undefined,
    approvers: approval.approvers,
    mayRun: plan.may.allowed,
    asOf: plan.asOf,
  };
}

function shownStep({ id, kind, title, plan, problem }: PlannedStep) {
  return {
    id,
    kind,
    title,
    would: plan?.title.text,
    target: plan?.target,
    changes:
      plan?.changes.map(
        ({ label, from, to }) => `${label}: ${from ?? '–'} → ${to ?? '–'}`,
      ) ?? [],
    touches: plan?.blastRadius.entities ?? [],
    reversible: plan?.reversible,
    undo: plan?.undo?.text,
    refusals: plan?.refusals.map(({ text }) => text) ?? [],
    problem: problem?.text,
  };
}
