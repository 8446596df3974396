import type { Feed } from '@ghostlight/plugin-delivery-common';
import { readEntityRefs } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../../service/releaseRules';
import { listOf } from '../database/sql';
import { whereReleaseVisible } from '../database/whereReleaseVisible';

export interface ReadFeedRequest {
  after?: number;
  limit?: number;
  entityRef?: string[];
}

interface FeedRow {
  seq: number | string;
  recorded_at: number | string;
  change: string;
}

/**
 * A piece of the feed. `from` is the first place that is still there: who reads on from before it has
 * missed what was forgotten in between, and reads what it needs of the history instead.
 */
export async function readFeed(
  db: Knex,
  request: ReadFeedRequest,
  visible: Visibility,
): Promise<Feed> {
  const { after = 0, limit = 200 } = request;
  const refs = readEntityRefs('entityRef', request.entityRef);
  // Read before the rows: what comes in between is for the next piece.
  const counters: { name: string; value: number | string }[] = await db(
    'counters',
  ).whereIn('name', ['feed', 'feed-pruned']);
  const valueOf = (name: string) =>
    Number(counters.find(row => row.name === name)?.value ?? 0);
  const end = valueOf('feed');
  const query = db('changes')
    .where('changes.seq', '>', after)
    .where('changes.seq', '<=', end)
    .orderBy('changes.seq')
    .limit(limit + 1)
    .select<FeedRow[]>('changes.seq', 'changes.recorded_at', 'changes.change');
  if (refs)
    query.whereRaw(`changes.entity_ref in ${listOf(db)}`, [
      JSON.stringify(refs),
    ]);
  if (visible !== undefined) {
    query.join('deployments', 'deployments.id', 'changes.change_id');
    whereReleaseVisible(query, visible);
  }
  const rows = await query;
  const items = rows.slice(0, limit).map(row => ({
    seq: Number(row.seq),
    recordedAt: new Date(Number(row.recorded_at)).toISOString(),
    change: JSON.parse(row.change),
  }));
  const more = rows.length > limit;
  return {
    items,
    last: more ? items[items.length - 1].seq : Math.max(after, end),
    more,
    from: valueOf('feed-pruned') + 1,
  };
}
