import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { AdapterRegistry } from './AdapterRegistry';
import { topicOf } from './subscribeToTopics';

/** What can be sent to, and what came in through it. */
export type AdapterStatus =
  IncidentsPaths['/v1/adapters']['get']['responses']['200']['content']['application/json']['items'][number];

const hour = 3_600_000;

/** All adapters, with the counts of the last 24 hours and of the hour under way. */
export async function adapterStatuses(options: {
  db: Knex;
  registry: AdapterRegistry;
  now: number;
}): Promise<AdapterStatus[]> {
  const { db, registry, now } = options;
  const rows: Record<string, string | number>[] = await db('intake_counts')
    .where('hour', '>', now - 25 * hour)
    .groupBy('adapter')
    .select('adapter')
    .sum({
      deliveries: 'deliveries',
      accepted: 'accepted',
      quarantined: 'quarantined',
      truncated: 'truncated',
    })
    .max({ lastAt: 'last_at' });
  const counts = new Map(rows.map(row => [row.adapter, row]));
  return [...registry.all.values()].map(({ adapter, signature }) => {
    const count = counts.get(adapter.id);
    return {
      id: adapter.id,
      title: adapter.title,
      path: `/v1/intake/${adapter.id}`,
      topic: topicOf(adapter.id),
      authentication: ['token', ...(signature ? [signature.title] : [])],
      deliveries: Number(count?.deliveries ?? 0),
      accepted: Number(count?.accepted ?? 0),
      quarantined: Number(count?.quarantined ?? 0),
      truncated: Number(count?.truncated ?? 0),
      ...(count && { lastAt: new Date(Number(count.lastAt)).toISOString() }),
    };
  });
}
