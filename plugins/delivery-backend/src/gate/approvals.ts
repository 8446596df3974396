import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  ReleaseApproval,
  ReleaseApprovalRequest,
} from '@ghostlight/plugin-delivery-common';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

const most = 200;

interface ApprovalRow {
  id: string;
  entity_ref: string;
  environment: string;
  version: string;
  by: string;
  at: number | string;
  comment: string | null;
  revoked_at: number | string | null;
}

/** Of an entity, the latest first. */
export async function listApprovals(
  db: Knex,
  request: { entityRef: string; environment?: string; version?: string },
): Promise<ReleaseApproval[]> {
  const query = db<ApprovalRow>('release_approvals')
    .where({ entity_ref: request.entityRef })
    .orderBy('at', 'desc')
    .limit(most);
  if (request.environment) query.where({ environment: request.environment });
  if (request.version !== undefined) query.where({ version: request.version });
  return (await query).map(describe);
}

/** Who approved a version and has not taken it back, each once. */
export async function approversOf(
  db: Knex,
  entityRef: string,
  environment: string,
  version: string,
): Promise<ReleaseApproval[]> {
  const rows = await db<ApprovalRow>('release_approvals')
    .where({ entity_ref: entityRef, environment, version })
    .whereNull('revoked_at')
    .orderBy('at')
    .limit(most);
  const first = new Map(rows.reverse().map(row => [row.by, row]));
  return [...first.values()].reverse().map(describe);
}

/** The same person again approves nothing more. */
export async function approveRelease(
  db: Knex,
  request: ReleaseApprovalRequest,
  by: string,
  now: number,
): Promise<ReleaseApproval> {
  const { environment, version, comment } = request;
  const entityRef = readEntityRef('entityRef', request.entityRef, 'component');
  const known = await db<ApprovalRow>('release_approvals')
    .where({ entity_ref: entityRef, environment, version, by })
    .whereNull('revoked_at')
    .first();
  if (known) return describe(known);
  const row: ApprovalRow = {
    id: randomUUID(),
    entity_ref: entityRef,
    environment,
    version,
    by,
    at: now,
    comment: comment ?? null,
    revoked_at: null,
  };
  await db('release_approvals').insert(row);
  return describe(row);
}

/** @throws ConflictError when it was taken back already */
export async function revokeApproval(
  db: Knex,
  id: string,
  now: number,
): Promise<void> {
  const changed = await db('release_approvals')
    .where({ id })
    .whereNull('revoked_at')
    .update({ revoked_at: now });
  if (changed) return;
  await locateApproval(db, id);
  throw new ConflictError('The approval was taken back already');
}

/** @throws NotFoundError */
export async function locateApproval(
  db: Knex,
  id: string,
): Promise<{ entityRef: string; environment: string }> {
  const row = await db<ApprovalRow>('release_approvals').where({ id }).first();
  if (!row) throw new NotFoundError(`No approval '${id.slice(0, 60)}'`);
  return { entityRef: row.entity_ref, environment: row.environment };
}

function describe(row: ApprovalRow): ReleaseApproval {
  const isoOf = (at: number | string) => new Date(Number(at)).toISOString();
  return {
    id: row.id,
    entityRef: row.entity_ref,
    environment: row.environment,
    version: row.version,
    by: row.by,
    at: isoOf(row.at),
    ...(row.comment !== null && { comment: row.comment }),
    ...(row.revoked_at !== null && { revokedAt: isoOf(row.revoked_at) }),
  };
}
