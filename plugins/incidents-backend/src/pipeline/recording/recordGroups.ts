import type { Batch } from '../Batch';
import { insertRows, listOf, updateRows } from '../database/tuples';
import type { GroupState } from '../GroupBook';
import type { PipelineState } from '../PipelineState';

const columns = {
  id: 'bigint',
  incident_number: 'int',
  opened_at: 'bigint',
  last_at: 'bigint',
} as const;

export async function recordGroups(
  { trx, now, touched, closed }: Batch,
  { groups }: PipelineState,
): Promise<void> {
  const added: object[] = [];
  const changed: object[] = [];
  for (const id of touched) {
    const group = groups.get(id);
    if (!group) continue;
    (group.isNew ? added : changed).push(rowOf(group));
    group.isNew = false;
  }
  await insertRows(trx, 'groups', columns, added);
  await updateRows(
    trx,
    'groups',
    'id',
    { id: 'bigint', incident_number: 'int', last_at: 'bigint' },
    changed,
  );
  if (closed.size)
    await trx.raw(
      `update groups set closed_at = ? where id in (select v from ? w)`,
      [now, listOf(trx, 'bigint', closed)],
    );
}

function rowOf(group: GroupState) {
  return {
    id: group.id,
    incident_number: group.incident ?? null,
    opened_at: group.openedAt,
    last_at: group.lastAt,
  };
}
