import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import type { Follower } from './Follower';

/** Topic on which the catalog module tells of documents it has processed. */
export const documentsTopic = 'ghostlight.documents';

const payload = z.object({ ref: z.string().max(300) });

/** The catalog tells before it has stitched the entity together, which takes it about a second. */
const patience = 2_000;

/** Looks at documents soon after the catalog has processed them, many at a time. */
export async function subscribeToDocuments(options: {
  events: EventsService;
  follower: Pick<Follower, 'look'>;
  logger: LoggerService;
}): Promise<void> {
  const { events, follower, logger } = options;
  const waiting = new Set<string>();
  await events.subscribe({
    id: 'slo-documents',
    topics: [documentsTopic],
    onEvent: async ({ eventPayload }) => {
      const told = payload.safeParse(eventPayload);
      if (!told.success) return;
      waiting.add(told.data.ref);
      if (waiting.size > 1) return;
      setTimeout(() => {
        const refs = [...waiting];
        waiting.clear();
        follower.look(refs).catch(error => {
          logger.warn(`Could not look at documents: ${stringifyError(error)}`);
        });
      }, patience).unref();
    },
  });
}
