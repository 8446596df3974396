import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RunbooksService } from '@ghostlight/plugin-runbooks-node';
import { audited } from './audited';
import { addsOnly } from './incidentSchema';

/** `sre-propose-remediation`: writes down what a human may then approve. */
export function registerProposeAction({
  actionsRegistry,
  auditor,
  runbooks,
}: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  runbooks: RunbooksService;
}): void {
  actionsRegistry.register({
    name: 'sre-propose-remediation',
    title: 'Propose a remediation',
    description:
      'Use this when evidence says what would help: proposes an installed action or a runbook for an entity. Nothing is done: the portal resolves what exactly would run, and a human who may has to approve it there. The same key of the same caller proposes once.',
    attributes: addsOnly,
    schema: {
      input: z =>
        z.object({
          incidentId: z.string().max(30).describe('INC-0042'),
          entityRef: z
            .string()
            .max(300)
            .describe('What to act on, such as component:default/payments'),
          action: z
            .string()
            .max(100)
            .optional()
            .describe(
              'An installed action, kubernetes:restart-rollout; or runbookRef',
            ),
          input: z.record(z.unknown()).optional().describe('Of the action'),
          runbookRef: z
            .string()
            .max(300)
            .optional()
            .describe('Such as runbook:default/payments-5xx; or action'),
          inputs: z.record(z.unknown()).optional().describe('Of the runbook'),
          environment: z.string().max(60).optional(),
          reason: z
            .string()
            .min(5)
            .max(1000)
            .describe('Why, with the ids of the evidence: E1, E4'),
          key: z
            .string()
            .min(1)
            .max(100)
            .describe('Tells this proposal from others that you make'),
        }),
      output: z =>
        z.object({
          attemptId: z.string().describe('Such as REM-0031'),
          state: z.string(),
          title: z.string(),
          page: z.string().describe('Where a human approves it'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { incidentId, entityRef } = input;
      const attempt = await audited(
        auditor,
        'triage-propose',
        { incidentId, entityRef },
        () => runbooks.propose(input, { credentials }),
      );
      return {
        output: {
          attemptId: attempt.id,
          state: attempt.state,
          title: attempt.title,
          page: `/runbooks/remediation/attempts/${attempt.id}`,
        },
      };
    },
  });
}
