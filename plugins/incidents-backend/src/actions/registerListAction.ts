import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { IncidentsApi } from '../service';
import { describeIncident, incidentSchema, readsOnly } from './incidentSchema';

/** `sre-incidents-list`: what is wrong now, or was. */
export function registerListAction({
  actionsRegistry,
  incidents,
}: {
  actionsRegistry: ActionsRegistryService;
  incidents: IncidentsApi;
}): void {
  actionsRegistry.register({
    name: 'sre-incidents-list',
    title: 'List incidents',
    description:
      'Lists incidents, the latest first, with the number of open ones by severity. Open ones only, unless told otherwise. Can be narrowed to a catalog entity, an owner, a severity or a text.',
    attributes: readsOnly,
    schema: {
      input: z =>
        z.object({
          open: z.boolean().default(true).describe('False: resolved ones too'),
          entityRef: z
            .string()
            .max(300)
            .optional()
            .describe('An affected entity, such as component:default/payments'),
          owner: z
            .string()
            .max(300)
            .optional()
            .describe('Owner, such as group:default/payments'),
          severity: z
            .array(z.enum(['SEV1', 'SEV2', 'SEV3', 'SEV4']))
            .optional(),
          text: z
            .string()
            .max(100)
            .optional()
            .describe(
              'Beginnings of words of the title, an entity, the owner or the id; all must be there',
            ),
          limit: z.number().int().min(1).max(100).default(20),
        }),
      output: z =>
        z.object({
          incidents: z.array(incidentSchema(z)),
          open: z
            .record(z.string(), z.number())
            .describe('Open incidents by severity, and all together as open'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { open, entityRef, owner, severity, text, limit } = input;
      const { items, counts } = await incidents.list(
        {
          ...(open && {
            status: ['investigating', 'identified', 'monitoring'],
          }),
          ...(entityRef && { entityRef: [entityRef] }),
          ...(owner && { owner: [owner] }),
          severity,
          q: text,
          limit,
        },
        { credentials },
      );
      return {
        output: { incidents: items.map(describeIncident), open: counts },
      };
    },
  });
}
