import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ObjectivesService } from '../service';
import { describeStatus, objectiveSchema, readsOnly } from './objectiveSchema';

/** `slo-status`: how the objectives of one entity do. */
export function registerStatusAction({
  actionsRegistry,
  service,
}: {
  actionsRegistry: ActionsRegistryService;
  service: ObjectivesService;
}): void {
  actionsRegistry.register({
    name: 'slo-status',
    title: 'Status of service level objectives',
    description:
      'Reads the service level objectives (SLOs) of one catalog entity: status, error budget left and burn rates, the least budget left first. At most 100 are returned.',
    attributes: readsOnly,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .max(300)
            .describe(
              'The measured entity, such as component:default/payments',
            ),
        }),
      output: z => z.object({ objectives: z.array(objectiveSchema(z)) }),
    },
    action: async ({ input, credentials }) => {
      const { items } = await service.list(
        { entityRef: [input.entityRef] },
        { credentials },
      );
      return { output: { objectives: items.map(describeStatus) } };
    },
  });
}
