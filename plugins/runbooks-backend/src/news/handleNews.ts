import type { AuthService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import { isMissing, type OutboxHandler } from '@ghostlight/reliability-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import {
  newsTopics,
  type IncidentNews,
  type Notice,
  type SimulatedSpan,
} from './newsOf';

/** Tells incidents and people what the outbox holds for them. */
export function handleNews(options: {
  auth: AuthService;
  incidents: IncidentsService;
  notifications: NotificationService;
  slo: SloService;
}): Record<string, OutboxHandler> {
  const { auth, incidents, notifications, slo } = options;
  return {
    [newsTopics.incident]: {
      async handle({ key, payload }) {
        const { incidentId, text } = payload as IncidentNews;
        const credentials = await auth.getOwnServiceCredentials();
        try {
          await incidents.addNote(incidentId, { text, key }, { credentials });
        } catch (error) {
          // The incident was deleted, or there is no such plugin in this portal.
          if (isMissing(error))
            return { outcome: 'dead', reason: (error as Error).message };
          throw error;
        }
        return { outcome: 'done' };
      },
    },
    [newsTopics.simulated]: {
      async handle({ payload }) {
        const { entityRef, from, to, reason } = payload as SimulatedSpan;
        const credentials = await auth.getOwnServiceCredentials();
        const kind = 'simulated';
        try {
          const known = await slo.listCorrections(
            { entityRef, kind, from, to },
            { credentials },
          );
          // It is told at least once.
          if (!known.some(one => one.reason === reason))
            await slo.addCorrection(
              { entityRef, from, to, kind, reason },
              { credentials },
            );
        } catch (error) {
          // The entity is gone, or there is no such plugin in this portal.
          if (isMissing(error))
            return { outcome: 'dead', reason: (error as Error).message };
          throw error;
        }
        return { outcome: 'done' };
      },
    },
    [newsTopics.notification]: {
      async handle({ payload }) {
        const { recipients, severity, title, description, link } =
          payload as Notice;
        await notifications.send({
          recipients: { type: 'entity', entityRef: recipients },
          payload: {
            title,
            description,
            link,
            severity,
            topic: 'runbooks',
            scope: `runbooks:${link}`,
          },
        });
        return { outcome: 'done' };
      },
    },
  };
}
