import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { FeedEntry } from '@ghostlight/plugin-delivery-common';
import {
  FeedFollower,
  type DeliveryService,
} from '@ghostlight/plugin-delivery-node';
import type { Knex } from 'knex';
import type { ChangeRow } from './ChangeRow';

const cursorName = 'delivery-feed';
/** Rows of one statement: SQLite takes some 32,000 values. */
const rowsAtOnce = 100;
/** Seconds that changes are kept: as long as the longest window, and some. */
const kept = 100 * 86_400;

/** Keeps what the delivery family says has changed, on every replica: what is told twice is written twice. */
export function createChangeFollower(options: {
  db: Knex;
  delivery: Pick<DeliveryService, 'readFeed'>;
  auth: AuthService;
  logger: LoggerService;
  /** Epoch seconds. */
  now: () => number;
}): FeedFollower {
  const { db, now } = options;
  return FeedFollower.create({
    ...options,
    pluginId: 'slo',
    async position() {
      const row = await db('cursors').where({ name: cursorName }).first();
      return Number(row?.position ?? 0);
    },
    async take(entries, last) {
      // Of several entries of one change the last has all.
      const rows = new Map(
        entries.flatMap(entry => rowsOf(entry).map(row => [row.id, row])),
      );
      const wanted = [...rows.values()].filter(row => row.at > now() - kept);
      await db.transaction(async trx => {
        // Another replica may be further on already, and what it wrote is newer.
        const [moved] = await trx('cursors')
          .insert({ name: cursorName, position: last })
          .onConflict('name')
          .merge()
          .where('cursors.position', '<', last)
          .returning('position');
        if (!moved) return;
        for (let at = 0; at < wanted.length; at += rowsAtOnce)
          await trx('changes')
            .insert(wanted.slice(at, at + rowsAtOnce))
            .onConflict('id')
            .merge();
      });
    },
  });
}

/** Forgets what is older than any window. */
export async function pruneChanges(db: Knex, now: number): Promise<void> {
  await db('changes')
    .where('at', '<', now - kept)
    .delete();
}

function rowsOf({ change }: FeedEntry): ChangeRow[] {
  const { entityRef, kind, outcome } = change;
  if (!entityRef) return [];
  const isRelease = kind === 'deployment' || kind === 'rollback';
  const at = secondsOf(change.startedAt);
  const finished = change.finishedAt ? secondsOf(change.finishedAt) : null;
  return [
    {
      id: change.id,
      entity_ref: entityRef,
      environment: change.environment,
      kind,
      title: change.title.slice(0, 500),
      version: change.version?.slice(0, 255) ?? null,
      outcome,
      at,
      finished_at: finished,
      active_from: isRelease && outcome === 'succeeded' ? finished ?? at : null,
    },
  ];
}

function secondsOf(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000);
}
