import type { Outbox, OutboxHandler } from '@ghostlight/reliability-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IncidentSnapshot } from '../announcing/IncidentSnapshot';
import type { IncidentNews } from '../IncidentAnnouncer';

/**
 * Event topic on which other plugins hear that an incident changed. Its payload:
 * `{incidentId, kind, status, severity, entityRefs, at}` with `kind` as in the news and `at` as ISO
 * text. It comes at least once; `metadata.key` is the same for repeats.
 */
export const incidentsTopic = 'ghostlight.incidents.changed';

/** Channel on which browsers hear that incidents changed: `{updated}`, milliseconds. */
export const incidentsSignal = 'ghostlight:incidents';

const eventTopic = 'incidents.event';
const signalTopic = 'incidents.signal';
const quiet = 500;

/** Puts one event per piece of news on its way, and one signal for all. */
export async function writeBroadcasts(
  trx: Knex.Transaction,
  outbox: Outbox,
  told: { news: IncidentNews; incident: IncidentSnapshot }[],
): Promise<void> {
  const events = told.map(({ news, incident }) => ({
    topic: eventTopic,
    // Never waits for another transaction: telling the same twice does no harm here.
    key: randomUUID(),
    payload: {
      key: `${incident.id}:${news.key}`,
      event: {
        incidentId: incident.id,
        kind: news.kind,
        status: incident.status,
        severity: incident.severity,
        entityRefs: incident.entityRefs,
        at: new Date(news.at).toISOString(),
      },
    },
  }));
  await outbox.append(trx, [
    ...events,
    {
      topic: signalTopic,
      key: randomUUID(),
      payload: { updated: Math.max(...told.map(({ news }) => news.at)) },
    },
  ]);
}

/** Publishes them: events one by one, signals of half a second as one. */
export function broadcastHandlers(options: {
  events: EventsService;
  signals: SignalsService;
}): Record<string, OutboxHandler> {
  const { events, signals } = options;
  let gathering: { updated: number; sent: Promise<void> } | undefined;

  const gather = (updated: number): Promise<void> => {
    if (gathering) {
      gathering.updated = Math.max(gathering.updated, updated);
      return gathering.sent;
    }
    const mine = { updated, sent: Promise.resolve() };
    mine.sent = sleep(quiet).then(() => {
      gathering = undefined;
      return signals.publish({
        recipients: { type: 'broadcast' },
        channel: incidentsSignal,
        message: { updated: mine.updated },
      });
    });
    gathering = mine;
    return mine.sent;
  };

  return {
    [eventTopic]: {
      keep: false,
      concurrency: 8,
      async handle({ payload }) {
        const { key, event } = objectOf(payload);
        await events.publish({
          topic: incidentsTopic,
          eventPayload: event,
          metadata: { key: String(key) },
        });
      },
    },
    [signalTopic]: {
      keep: false,
      concurrency: 100,
      async handle({ payload }) {
        await gather(Number(objectOf(payload).updated));
      },
    },
  };
}

function objectOf(payload: JsonValue): JsonObject {
  return payload as JsonObject;
}
