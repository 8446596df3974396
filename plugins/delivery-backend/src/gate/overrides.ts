import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  Override,
  OverrideRequest,
} from '@ghostlight/plugin-delivery-common';
import type { GateQuestion } from '@ghostlight/plugin-delivery-node';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

/** Milliseconds that an override may last. */
const longest = 7 * 24 * 3600_000;
const most = 200;

interface OverrideRow {
  id: string;
  entity_ref: string;
  environment: string;
  version: string | null;
  reason: string;
  by: string;
  at: number | string;
  until: number | string;
  revoked_at: number | string | null;
  revoked_by: string | null;
}

/** The latest override that is in force for what is asked. */
export async function findOverride(
  db: Knex,
  { entityRef, environment, version, now }: GateQuestion,
): Promise<Override | undefined> {
  const row = await db<OverrideRow>('gate_overrides')
    .where({ entity_ref: entityRef, environment })
    .whereNull('revoked_at')
    .where('until', '>', now)
    .where(inner => {
      inner.whereNull('version');
      if (version !== undefined) inner.orWhere({ version });
    })
    .orderBy('at', 'desc')
    .first();
  return row && describe(row);
}

/** Of some entities or of all, those in force or the latest 200 of all. */
export async function listOverrides(
  db: Knex,
  request: { entityRefs?: string[]; all?: boolean },
  now: number,
): Promise<Override[]> {
  const query = db<OverrideRow>('gate_overrides')
    .orderBy('at', 'desc')
    .limit(most);
  if (request.entityRefs?.length)
    query.whereIn('entity_ref', request.entityRefs);
  if (!request.all) query.whereNull('revoked_at').where('until', '>', now);
  return (await query).map(describe);
}

/** @throws InputError when it would last too long or is over already */
export async function createOverride(
  db: Knex,
  request: OverrideRequest,
  by: string,
  now: number,
): Promise<Override> {
  const until = Date.parse(request.until);
  if (until <= now) throw new InputError('until: must be in the future');
  if (until > now + longest)
    throw new InputError('until: an override may last seven days at most');
  const row: OverrideRow = {
    id: randomUUID(),
    entity_ref: readEntityRef('entityRef', request.entityRef, 'component'),
    environment: request.environment,
    version: request.version ?? null,
    reason: request.reason,
    by,
    at: now,
    until,
    revoked_at: null,
    revoked_by: null,
  };
  await db('gate_overrides').insert(row);
  return describe(row);
}

/**
 * @throws NotFoundError
 * @throws ConflictError when it is revoked or over already
 */
export async function revokeOverride(
  db: Knex,
  id: string,
  by: string,
  now: number,
): Promise<void> {
  const changed = await db('gate_overrides')
    .where({ id })
    .whereNull('revoked_at')
    .where('until', '>', now)
    .update({ revoked_at: now, revoked_by: by });
  if (changed) return;
  await locateOverride(db, id);
  throw new ConflictError('The override is over already');
}

/** @throws NotFoundError */
export async function locateOverride(
  db: Knex,
  id: string,
): Promise<{ entityRef: string; environment: string }> {
  const row = await db<OverrideRow>('gate_overrides').where({ id }).first();
  if (!row) throw new NotFoundError(`No override '${id.slice(0, 60)}'`);
  return { entityRef: row.entity_ref, environment: row.environment };
}

function describe(row: OverrideRow): Override {
  const isoOf = (at: number | string) => new Date(Number(at)).toISOString();
  return {
    id: row.id,
    entityRef: row.entity_ref,
    environment: row.environment,
    ...(row.version !== null && { version: row.version }),
    reason: row.reason,
    by: row.by,
    at: isoOf(row.at),
    until: isoOf(row.until),
    ...(row.revoked_at !== null && { revokedAt: isoOf(row.revoked_at) }),
    ...(row.revoked_by !== null && { revokedBy: row.revoked_by }),
  };
}
