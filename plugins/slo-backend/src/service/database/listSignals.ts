import type { SignalReading } from '@ghostlight/plugin-slo-node';
import type { Knex } from 'knex';

/** A reading, and the name of the source that gave it. */
export type StoredSignals = SignalReading & { source?: string };

/** Readings of an entity's golden signals since a minute, oldest first, as they were stored. */
export async function listSignals(
  db: Knex,
  entityRef: string,
  since: number,
): Promise<{ minute: number; body: StoredSignals }[]> {
  const rows: { minute: number; body: string }[] = await db('signals')
    .where({ entity_ref: entityRef })
    .where('minute', '>=', since)
    .orderBy('minute')
    .select('minute', 'body');
  return rows.map(({ minute, body }) => ({ minute, body: JSON.parse(body) }));
}
