import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { OncallApi } from '../service';
import { readsOnly } from './incidentSchema';

/** `sre-oncall`: whose an entity is and who is on call for it. */
export function registerOncallAction({
  actionsRegistry,
  oncall,
}: {
  actionsRegistry: ActionsRegistryService;
  oncall: OncallApi;
}): void {
  actionsRegistry.register({
    name: 'sre-oncall',
    title: 'Who is on call',
    description:
      'Answers who owns a catalog entity and who is on call for it now and next, level by level. People may be shown by their role only.',
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
          owners: z.array(z.object({ ref: z.string(), reason: z.string() })),
          levels: z.array(
            z.object({
              level: z.number(),
              now: z.array(z.string()),
              until: z.string().optional(),
              next: z.array(z.string()),
            }),
          ),
          source: z.string().optional(),
          missing: z.string().optional().describe('Why nobody is on call'),
        }),
    },
    action: async ({ input, credentials }) => {
      const answer = await oncall.oncall(input, { credentials });
      const namesOf = (people: { name: string }[] = []) =>
        people.map(({ name }) => name);
      return {
        output: {
          owners: answer.owners.map(({ ref, reason }) => ({ ref, reason })),
          levels: answer.levels.map(({ level, now, until, next }) => ({
            level,
            now: namesOf(now),
            until,
            next: namesOf(next),
          })),
          source: answer.source?.name,
          missing: answer.missing,
        },
      };
    },
  });
}
