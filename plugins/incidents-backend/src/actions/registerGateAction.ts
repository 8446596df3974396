import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DeliveryService } from '@ghostlight/plugin-delivery-node';
import { readsOnly } from './incidentSchema';

/** `sre-gate`: may a version go out, or come back? */
export function registerGateAction({
  actionsRegistry,
  delivery,
}: {
  actionsRegistry: ActionsRegistryService;
  delivery: DeliveryService;
}): void {
  actionsRegistry.register({
    name: 'sre-gate',
    title: 'May it go out?',
    description:
      'Use this before advising a deployment or a rollback: the release gate of an entity with each check, what it rests on and how to pass it. Changes nothing.',
    attributes: readsOnly,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .max(300)
            .describe('Such as component:default/payments'),
          environment: z.string().max(60).optional(),
          version: z.string().max(200).optional(),
          purpose: z.enum(['deploy', 'rollback']).optional(),
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
            }),
          ),
          asOf: z.string(),
        }),
    },
    action: async ({ input, credentials }) => {
      const gate = await delivery.getGate(input, { credentials });
      return {
        output: {
          verdict: gate.verdict,
          summary: gate.said.text,
          checks: gate.checks.map(({ id, verdict, said, howToPass }) => ({
            id,
            verdict,
            summary: said.text,
            howToPass: howToPass?.text,
          })),
          asOf: gate.asOf,
        },
      };
    },
  });
}
