import type { Knex } from 'knex';
import type { ColumnType, DeploymentRow } from '../DeploymentRow';
import { rowsOf, tableOf } from './sql';

/** Milliseconds that two senders may be apart about one change. */
const apart = 30 * 60_000;

const columns = {
  id: 'text',
  source: 'text',
  entity_ref: 'text',
  environment: 'text',
  version: 'text',
  started_at: 'bigint',
  ended_at: 'bigint',
} satisfies Record<string, ColumnType>;

/**
 * Of changes that are told for the first time, those that another sender told before: the same version of
 * the same entity in the same environment, at about the same time.
 *
 * @returns by id the id of what was told first
 */
export async function findTold(
  trx: Knex.Transaction,
  rows: readonly DeploymentRow[],
): Promise<Map<string, string>> {
  const given = rows.map(row => ({
    id: row.id,
    source: row.source,
    entity_ref: row.entity_ref,
    environment: row.environment,
    version: row.version,
    started_at: row.started_at,
    ended_at: row.finished_at ?? row.started_at,
  }));
  if (!given.length) return new Map();
  const result = await trx.raw(
    `select p.id as id, (
       select d.id from deployments d
       where d.entity_ref = p.entity_ref and d.environment = p.environment
         and d.version = p.version and d.same_as is null
         and d.source <> p.source and d.kind in ('deployment', 'rollback')
         and d.started_at <= p.ended_at + ${apart}
         and d.started_at >= p.started_at - ${24 * 2 * apart}
         and coalesce(d.finished_at, d.started_at) >= p.started_at - ${apart}
         and not exists (select 1 from deployments c where c.same_as = p.id)
       order by abs(d.started_at - p.started_at), d.id limit 1) as first_id
     from ${tableOf(trx, 'p', columns)}`,
    [JSON.stringify(given)],
  );
  return new Map(
    rowsOf<{ id: string; first_id: string | null }>(result).flatMap(
      ({ id, first_id: first }) => (first ? [[id, first] as const] : []),
    ),
  );
}
