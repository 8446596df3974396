import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { GateApi } from '../service';
import { readsOnly } from './readsOnly';

/** `delivery-gate`: may it go out? */
export function registerGateAction({
  actionsRegistry,
  gate,
}: {
  actionsRegistry: ActionsRegistryService;
  gate: GateApi;
}): void {
  actionsRegistry.register({
    name: 'delivery-gate',
    title: 'Ask the release gate',
    description:
      'Says whether a version of an entity may go out in an environment now, with each check, its evidence and how to pass it. Changes nothing.',
    attributes: readsOnly,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe('Such as component:default/payments'),
          environment: z.string().max(60).optional(),
          version: z.string().max(200).optional(),
        }),
      output: z =>
        z.object({
          verdict: z.string().describe('allow, warn, deny or unknown'),
          summary: z.string(),
          checks: z.array(
            z.object({
              id: z.string(),
              verdict: z.string(),
              summary: z.string(),
              howToPass: z.string().optional(),
              evidence: z.array(z.string()),
            }),
          ),
          asOf: z.string(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { verdict, said, checks, asOf } = await gate.judge(input, {
        credentials,
      });
      return {
        output: {
          verdict,
          summary: said.text,
          checks: checks.map(check => ({
            id: check.id,
            verdict: check.verdict,
            summary: check.said.text,
            howToPass: check.howToPass?.text,
            evidence: check.evidence.map(({ label, value }) =>
              value ? `${label}: ${value}` : label,
            ),
          })),
          asOf,
        },
      };
    },
  });
}
