import type { Override } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';

/** Overrides of an entity's gate, the active one first, then the newest. At most 100. */
export async function listOverrides(
  db: Knex,
  entityRef: string,
  now: number,
): Promise<Override[]> {
  const rows = await db('overrides')
    .where({ entity_ref: entityRef })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'asc' },
    ])
    .limit(100);
  const found = rows.map(row => readOverride(row, now));
  return [
    ...found.filter(override => override.state === 'active'),
    ...found.filter(override => override.state !== 'active'),
  ];
}

/** One override, or undefined. */
export async function getOverride(
  db: Knex,
  id: string,
  now: number,
): Promise<Override | undefined> {
  const row = await db('overrides').where({ id }).first();
  return row && readOverride(row, now);
}

/** Writes a new override; it takes the place of the entity's active ones, which stay on record. */
export async function insertOverride(
  db: Knex,
  override: Override,
): Promise<void> {
  await db.transaction(async tx => {
    await tx('overrides')
      .where({ entity_ref: override.entityRef })
      .whereNull('revoked_at')
      .where('until', '>', override.createdAt)
      .update({
        revoked_at: override.createdAt,
        revoked_by: override.createdBy,
      });
    await tx('overrides').insert({
      id: override.id,
      entity_ref: override.entityRef,
      verdict: override.verdict,
      reason: override.reason,
      until: override.until,
      created_by: override.createdBy,
      created_at: override.createdAt,
    });
  });
}

/** Ends an override before its time. False when it is not active. */
export async function revokeOverride(
  db: Knex,
  options: { id: string; by: string; now: number },
): Promise<boolean> {
  const { id, by, now } = options;
  const changed = await db('overrides')
    .where({ id })
    .whereNull('revoked_at')
    .where('until', '>', now)
    .update({ revoked_at: now, revoked_by: by });
  return changed > 0;
}

function readOverride(
  row: {
    id: string;
    entity_ref: string;
    verdict: Override['verdict'];
    reason: string;
    // PostgreSQL hands over 64-bit integers as text.
    until: number | string;
    created_by: string;
    created_at: number | string;
    revoked_at: number | string | null;
  },
  now: number,
): Override {
  const until = Number(row.until);
  let state: Override['state'] = 'active';
  if (row.revoked_at !== null) state = 'revoked';
  else if (until <= now) state = 'expired';
  return {
    id: row.id,
    entityRef: row.entity_ref,
    verdict: row.verdict,
    reason: row.reason,
    until,
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    state,
  };
}
