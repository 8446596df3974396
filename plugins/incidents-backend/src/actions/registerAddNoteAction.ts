import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { IncidentsApi } from '../service';
import { audited } from './audited';
import { addsOnly } from './incidentSchema';

/** `incidents-add-note`: writes into the record of an incident. */
export function registerAddNoteAction({
  actionsRegistry,
  auditor,
  incidents,
}: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  incidents: IncidentsApi;
}): void {
  actionsRegistry.register({
    name: 'incidents-add-note',
    title: 'Add a note to an incident',
    description:
      'Adds a note to the timeline of an incident, which is never changed afterwards. The same key of the same caller adds one note only.',
    attributes: addsOnly,
    schema: {
      input: z =>
        z.object({
          id: z.string().max(30).describe('Such as INC-0042'),
          text: z.string().min(1).max(20_000).describe('Markdown'),
          key: z
            .string()
            .min(1)
            .max(100)
            .describe('Tells this note from others that you write'),
        }),
      output: z => z.object({ entryId: z.string(), at: z.string() }),
    },
    action: async ({ input, credentials }) => {
      const { id, text, key } = input;
      const meta = { incidentId: id, kind: 'note' };
      const entry = await audited(auditor, 'incident-note', meta, () =>
        incidents.addNote(id, { text, key }, { credentials }),
      );
      return { output: { entryId: entry.id, at: entry.at } };
    },
  });
}
