import type { BurnAlert } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { whereVisible, type Visibility } from './whereVisible';

/** Alerts whose last change has a higher sequence number than `after`, oldest change first. */
export async function listAlerts(
  db: Knex,
  options: {
    entityRef?: string;
    state?: 'firing' | 'resolved';
    after: number;
    limit: number;
    visible: Visibility;
  },
): Promise<BurnAlert[]> {
  const { entityRef, state, after, limit, visible } = options;
  const query = db('alerts')
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .select('body');
  if (entityRef) query.where({ entity_ref: entityRef });
  if (state) query.where({ state });
  if (visible) {
    query.whereIn('objective_id', inner => {
      inner.from('objectives').select('id');
      whereVisible(inner, visible);
    });
  }
  const rows: { body: string }[] = await query;
  return rows.map(row => JSON.parse(row.body));
}
