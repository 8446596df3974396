import type { Objective } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import type { Belonging } from '../readBelongings';
import { definitionHash, stable } from '../definitionHash';
import { shardOf } from '../shardOf';

/** What changed in `objectives`, by row id. */
export interface ObjectiveChanges {
  /** New, come back, or changed in any way. */
  changed: number[];
  removed: number[];
}

/**
 * Makes the objectives in the database those that were compiled. What is no longer there is marked
 * as removed and keeps its history; a moved file brings it back.
 */
export async function storeObjectives(
  db: Knex,
  options: {
    objectives: Objective[];
    belongings: Map<string, Belonging>;
    shards: number;
    now: number;
  },
): Promise<ObjectiveChanges> {
  const { objectives, belongings, shards, now } = options;
  const before = new Map(
    (await db('objectives').select('*')).map(row => [row.ref as string, row]),
  );
  const writes: Row[] = [];
  for (const objective of objectives) {
    const row = toRow(objective, belongings.get(objective.entityRef), shards);
    const old = before.get(row.ref);
    if (!old || differs(old, row)) writes.push(row);
  }
  const present = new Set(objectives.map(objective => objective.ref));
  const gone = [...before.values()].filter(
    row => row.removed_at === null && !present.has(row.ref),
  );

  return db.transaction(async tx => {
    const changes: ObjectiveChanges = {
      changed: [],
      removed: gone.map(row => row.id),
    };
    for (let at = 0; at < writes.length; at += 50) {
      const written = await tx('objectives')
        .insert(writes.slice(at, at + 50))
        .onConflict('ref')
        .merge()
        .returning('id');
      changes.changed.push(...written.map(({ id }) => id));
    }
    for (let at = 0; at < changes.removed.length; at += 500) {
      await tx('objectives')
        .whereIn('id', changes.removed.slice(at, at + 500))
        .update({ removed_at: now });
    }
    return changes;
  });
}

function toRow(
  objective: Objective,
  belonging: Belonging | undefined,
  shards: number,
) {
  return {
    ref: objective.ref,
    document_ref: objective.documentRef,
    entity_ref: objective.entityRef,
    owner_ref: belonging?.ownerRef ?? null,
    system_ref: belonging?.systemRef ?? null,
    domain_ref: belonging?.domainRef ?? null,
    source: objective.indicator.source,
    shard: shardOf(objective.ref, shards),
    definition: stable(objective),
    definition_hash: definitionHash(objective),
    removed_at: null,
  };
}

type Row = ReturnType<typeof toRow>;

function differs(old: Record<string, unknown>, row: Row): boolean {
  return (Object.keys(row) as (keyof Row)[]).some(key => old[key] !== row[key]);
}
