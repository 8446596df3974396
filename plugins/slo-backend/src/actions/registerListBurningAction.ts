import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ObjectivesService } from '../service';
import { describeStatus, objectiveSchema, readsOnly } from './objectiveSchema';

/** `slo-list-burning`: what burns anywhere, or with one team. */
export function registerListBurningAction({
  actionsRegistry,
  service,
}: {
  actionsRegistry: ActionsRegistryService;
  service: ObjectivesService;
}): void {
  actionsRegistry.register({
    name: 'slo-list-burning',
    title: 'List burning objectives',
    description:
      'Lists service level objectives that are critical or in warning, the least error budget left first, with the number of objectives by health. Can be narrowed to an owner or a system.',
    attributes: readsOnly,
    schema: {
      input: z =>
        z.object({
          owner: z
            .string()
            .max(300)
            .optional()
            .describe('Owner, such as group:default/payments'),
          system: z
            .string()
            .max(300)
            .optional()
            .describe('System, such as system:default/shop'),
          limit: z.number().int().min(1).max(100).default(20),
        }),
      output: z =>
        z.object({
          objectives: z.array(objectiveSchema(z)),
          counts: z
            .record(z.string(), z.number())
            .describe('Objectives by health'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { owner, system, limit } = input;
      const { items, counts } = await service.list(
        {
          status: ['critical', 'warning'],
          ...(owner && { owner: [owner] }),
          ...(system && { system: [system] }),
          limit,
        },
        { credentials },
      );
      return { output: { objectives: items.map(describeStatus), counts } };
    },
  });
}
