import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { SloService } from '@ghostlight/plugin-slo-node';
import { readsOnly } from './incidentSchema';

/** `sre-slo-status`: whether an entity burns its budget. */
export function registerSloStatusAction({
  actionsRegistry,
  slo,
}: {
  actionsRegistry: ActionsRegistryService;
  slo: SloService;
}): void {
  actionsRegistry.register({
    name: 'sre-slo-status',
    title: 'Is it burning?',
    description:
      'Use this to find out whether users of a catalog entity suffer: its service level objectives with status, error budget left and burn rates, the least budget left first.',
    attributes: readsOnly,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .max(300)
            .describe('Such as component:default/payments'),
        }),
      output: z =>
        z.object({
          objectives: z.array(
            z.object({
              ref: z.string(),
              title: z.string(),
              target: z.number().describe('0 to 1'),
              status: z
                .string()
                .describe('healthy, warning, critical, no-data or low-traffic'),
              budgetLeft: z
                .number()
                .nullable()
                .describe('1 untouched, 0 gone, negative overspent'),
              burn: z
                .array(
                  z.object({
                    window: z.string(),
                    rate: z.number().nullable(),
                  }),
                )
                .describe('1 spends the budget exactly over its window'),
              asOf: z.string().nullable(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items } = await slo.listObjectives(
        { entityRef: [input.entityRef] },
        { credentials },
      );
      return {
        output: {
          objectives: items.map(objective => ({
            ref: objective.ref,
            title: objective.title,
            target: objective.target,
            status: objective.status,
            budgetLeft: objective.budget.leftRatio,
            burn: objective.burn.map(({ window, rate }) => ({ window, rate })),
            asOf:
              objective.asOf === null
                ? null
                : new Date(objective.asOf * 1000).toISOString(),
          })),
        },
      };
    },
  });
}
