import type { Knex } from 'knex';
import { readRow, type DeploymentRow } from '../DeploymentRow';
import { listOf } from './sql';

/** Changes by id, of those that are there. */
export async function readRows(
  db: Knex,
  ids: Iterable<string>,
  column: 'id' | 'same_as' | 'rollback_of' = 'id',
): Promise<DeploymentRow[]> {
  const wanted = [...new Set(ids)];
  if (!wanted.length) return [];
  const rows: DeploymentRow[] = await db('deployments').whereRaw(
    `?? in ${listOf(db)}`,
    [column, JSON.stringify(wanted)],
  );
  return rows.map(readRow);
}
