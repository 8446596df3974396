import type { Correction } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { whereVisible, type Visibility } from './whereVisible';

/** More than that is not looked at one by one. */
const most = 5000;

/** Corrections of an entity, or of all whose objectives the reader may see; newest span first. */
export async function listCorrections(
  db: Knex,
  where: {
    entityRef?: string;
    ref?: string;
    kind?: Correction['kind'];
    from?: number;
    to?: number;
    visible?: Visibility;
  },
): Promise<Correction[]> {
  const { entityRef, ref, kind, from, to, visible } = where;
  const query = db('corrections')
    .orderBy([
      { column: 'from', order: 'desc' },
      { column: 'id', order: 'asc' },
    ])
    .limit(most);
  if (entityRef) query.where({ entity_ref: entityRef });
  if (kind) query.where({ kind });
  if (visible) {
    const seen = db('objectives').whereNull('removed_at').select('entity_ref');
    whereVisible(seen, visible);
    query.whereIn('entity_ref', seen);
  }
  if (ref) {
    query.where(inner =>
      inner.whereNull('objective_ref').orWhere('objective_ref', ref),
    );
  }
  if (from !== undefined) query.where('to', '>', from);
  if (to !== undefined) query.where('from', '<', to);
  const rows = await query;
  return rows.map(readCorrection);
}

/** One correction, or undefined. */
export async function getCorrection(
  db: Knex,
  id: string,
): Promise<Correction | undefined> {
  const row = await db('corrections').where({ id }).first();
  return row && readCorrection(row);
}

/** Writes a new correction. */
export async function insertCorrection(
  db: Knex,
  correction: Correction,
): Promise<void> {
  const { id, entityRef, ref, from, to, kind, reason, link } = correction;
  await db('corrections').insert({
    id,
    entity_ref: entityRef,
    objective_ref: ref ?? null,
    from,
    to,
    kind,
    reason,
    link: link ?? null,
    created_by: correction.createdBy,
    created_at: correction.createdAt,
  });
}

/** Takes a correction back. False when it was gone already. */
export async function deleteCorrection(db: Knex, id: string): Promise<boolean> {
  return (await db('corrections').where({ id }).delete()) > 0;
}

function readCorrection(row: {
  id: string;
  entity_ref: string;
  objective_ref: string | null;
  // PostgreSQL hands over 64-bit integers as text.
  from: number | string;
  to: number | string;
  kind: Correction['kind'];
  reason: string;
  link: string | null;
  created_by: string;
  created_at: number | string;
}): Correction {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    ...(row.objective_ref && { ref: row.objective_ref }),
    from: Number(row.from),
    to: Number(row.to),
    kind: row.kind,
    reason: row.reason,
    ...(row.link && { link: row.link }),
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
  };
}
