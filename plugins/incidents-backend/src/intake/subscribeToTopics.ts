import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { AdapterRegistry } from './AdapterRegistry';
import type { Intake } from './Intake';

/** The topic that feeds an adapter; the payload of an event is a body, its metadata are headers. */
export function topicOf(adapterId: string): string {
  return `incidents.intake.${adapterId}`;
}

/**
 * Takes in what comes over the events service, so that its modules for Kafka, SQS or Pub/Sub can feed
 * adapters. Whoever may publish may send.
 */
export async function subscribeToTopics(options: {
  events: EventsService;
  registry: AdapterRegistry;
  intake: Intake;
  logger: LoggerService;
  /** Milliseconds until the first of the retries; 200 by default. */
  patience?: number;
}): Promise<void> {
  const { events, registry, intake, logger, patience = 200 } = options;
  // An event that is not taken is lost, or comes again much later: wait for the database.
  const insist = retry(handleWhen(isUnavailable), {
    maxAttempts: 8,
    backoff: new ExponentialBackoff({
      initialDelay: patience,
      maxDelay: patience * 50,
    }),
  });
  const byTopic = new Map(
    [...registry.all.values()].map(({ adapter }) => [
      topicOf(adapter.id),
      adapter,
    ]),
  );
  await events.subscribe({
    id: 'incidents-intake',
    topics: [...byTopic.keys()],
    onEvent: async ({ topic, eventPayload, metadata = {} }) => {
      const adapter = byTopic.get(topic);
      if (!adapter) return;
      const headers = Object.fromEntries(
        Object.entries(metadata).map(([name, value]) => [
          name.toLowerCase(),
          value,
        ]),
      );
      try {
        const body = bodyOf(eventPayload);
        await insist.execute(() =>
          intake.take({ adapter, sender: 'events', body, headers }),
        );
      } catch (error) {
        // What makes no sense is in quarantine, where it is seen; trying again would not help.
        if (isError(error) && error.name === 'InputError') return;
        logger.error(`Lost an event of ${topic}: ${stringifyError(error)}`);
        throw error;
      }
    },
  });
}

function bodyOf(payload: unknown): Buffer {
  if (Buffer.isBuffer(payload)) return payload;
  return Buffer.from(
    typeof payload === 'string' ? payload : JSON.stringify(payload) ?? '',
  );
}

function isUnavailable(error: unknown): boolean {
  return isError(error) && error.name === 'ServiceUnavailableError';
}
