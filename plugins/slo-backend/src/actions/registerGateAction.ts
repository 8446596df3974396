import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ObjectivesService } from '../service';
import { readsOnly } from './objectiveSchema';

/** `slo-gate`: may an entity take risk? */
export function registerGateAction({
  actionsRegistry,
  service,
}: {
  actionsRegistry: ActionsRegistryService;
  service: ObjectivesService;
}): void {
  actionsRegistry.register({
    name: 'slo-gate',
    title: 'Error budget gate',
    description:
      'Answers whether a catalog entity may take risk, such as a release, under its error budget policy: allow, warn or deny, with the checks behind it and what to do.',
    attributes: readsOnly,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .max(300)
            .describe('The entity, such as component:default/payments'),
        }),
      output: z =>
        z.object({
          verdict: z.enum(['allow', 'warn', 'deny']),
          policy: z.string().describe('Title of the error budget policy'),
          checks: z.array(
            z.object({
              verdict: z.enum(['allow', 'warn', 'deny']),
              title: z.string(),
              objectiveRef: z.string().optional(),
            }),
          ),
          recommendations: z.array(z.string()),
          asOf: z
            .number()
            .nullable()
            .describe('Epoch seconds of the oldest measurement used'),
        }),
    },
    action: async ({ input, credentials }) => {
      const gate = await service.gate(input.entityRef, { credentials });
      return {
        output: {
          verdict: gate.verdict,
          policy: gate.policy.title,
          checks: gate.checks.map(({ verdict, title, objectiveRef }) => ({
            verdict,
            title,
            ...(objectiveRef && { objectiveRef }),
          })),
          recommendations: gate.recommendations.map(({ text }) => text),
          asOf: gate.asOf,
        },
      };
    },
  });
}
