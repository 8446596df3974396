import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { incidentCreatePermission } from '@ghostlight/plugin-incidents-common';
import type { IncidentsApi } from '../service';
import { audited } from './audited';
import { addsOnly, describeIncident, incidentSchema } from './incidentSchema';

/** `incidents-declare`: opens an incident. */
export function registerDeclareAction({
  actionsRegistry,
  auditor,
  incidents,
}: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  incidents: IncidentsApi;
}): void {
  actionsRegistry.register({
    name: 'incidents-declare',
    title: 'Declare an incident',
    description:
      'Opens an incident for catalog entities. People on call and owners are notified. The same key of the same caller opens one incident only.',
    attributes: addsOnly,
    visibilityPermission: incidentCreatePermission,
    schema: {
      input: z =>
        z.object({
          title: z.string().min(1).max(300),
          severity: z.enum(['SEV1', 'SEV2', 'SEV3', 'SEV4']),
          entityRefs: z
            .array(z.string().max(300))
            .max(100)
            .default([])
            .describe('What it affects'),
          summary: z.string().max(20_000).optional().describe('Markdown'),
          key: z
            .string()
            .min(1)
            .max(100)
            .describe('Tells this incident from others that you declare'),
        }),
      output: z => z.object({ incident: incidentSchema(z) }),
    },
    action: async ({ input, credentials }) => {
      const { title, severity, entityRefs } = input;
      const meta = { title, severity, entityRefs };
      const incident = await audited(auditor, 'incident-declare', meta, () =>
        incidents.declare(input, { credentials }),
      );
      return { output: { incident: describeIncident(incident) } };
    },
  });
}
