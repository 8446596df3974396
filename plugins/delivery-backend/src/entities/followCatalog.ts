import type { EntityHints } from '@ghostlight/plugin-delivery-node';
import type { Knex } from 'knex';
import type { ChangeFeed, EntityFinder } from '../changes';
import { tableOf } from '../changes/database/sql';
import { knownOf } from '../changes/mergeKnown';
import type { EntityIndex } from './EntityIndex';

const chunk = 500;
/** Milliseconds after which a change whose entity nobody knows is left at that. */
const patience = 30 * 86_400_000;
const tables = ['deployments', 'lanes', 'rollbacks', 'rollouts', 'watches'];

/** Brings what is stored in line with the catalog whenever that changes. */
export function followCatalog(options: {
  db: Knex;
  index: EntityIndex;
  feed: ChangeFeed;
  now: () => number;
}): void {
  const { db, index, feed, now } = options;
  index.onChange(async changed => {
    await writeBelongings(db, index, changed);
    await resolveLate({ db, entities: index, feed, since: now() - patience });
  });
}

/** Owners and systems of entities, where rows have others. */
async function writeBelongings(
  db: Knex,
  entities: EntityFinder,
  refs: string[],
): Promise<void> {
  const given = tableOf(db, 'p', {
    entity_ref: 'text',
    owner_ref: 'text',
    system_ref: 'text',
    title: 'text',
  });
  for (let from = 0; from < refs.length; from += chunk) {
    const rows = JSON.stringify(
      refs.slice(from, from + chunk).map(ref => {
        const { ownerRef, systemRef, title } = entities.belongingOf(ref) ?? {};
        return {
          entity_ref: ref,
          owner_ref: ownerRef ?? null,
          system_ref: systemRef ?? null,
          title: title ?? null,
        };
      }),
    );
    for (const table of tables) {
      const columns = ['owner_ref', 'system_ref'];
      if (table === 'lanes') columns.push('title');
      await db.raw(
        `update ${table} set ${columns
          .map(column => `${column} = p.${column}`)
          .join(', ')} from ${given}
         where ${table}.entity_ref = p.entity_ref and (${columns
          .map(column => `${table}.${column} is distinct from p.${column}`)
          .join(' or ')})`,
        [rows],
      );
    }
  }
}

/** Has changes of no known entity looked at again, where the catalog now says whose they are. */
async function resolveLate(options: {
  db: Knex;
  entities: EntityFinder;
  feed: ChangeFeed;
  /** Epoch milliseconds. */
  since: number;
}): Promise<void> {
  const { db, entities, feed, since } = options;
  let after = '';
  for (;;) {
    const rows: { id: string; known: string }[] = await db('deployments')
      .whereNull('entity_ref')
      .where('id', '>', after)
      .where('started_at', '>=', since)
      .orderBy('id')
      .limit(chunk)
      .select('id', 'known');
    const found = rows.filter(row => {
      const hints: EntityHints | undefined = knownOf(
        JSON.parse(row.known),
      ).hints;
      return hints && entities.find(hints);
    });
    if (found.length) await feed.revisit(found.map(({ id }) => id));
    if (rows.length < chunk) return;
    after = rows[rows.length - 1].id;
  }
}
