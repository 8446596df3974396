import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { readCursor, writeCursor } from '@ghostlight/reliability-node';
import { readSaid } from '../../database/readSaid';

type ListRequest = NonNullable<
  IncidentsPaths['/v1/quarantine']['get']['parameters']['query']
>;
/** One page of what could not be understood. */
export type QuarantinePage =
  IncidentsPaths['/v1/quarantine']['get']['responses']['200']['content']['application/json'];

const order = 'quarantine';
/** Of a raw item on a page; the whole of it stays in the database. */
const longestRaw = 20_000;

/**
 * The latest first.
 *
 * @throws InputError for a cursor that is none
 */
export async function listQuarantine(
  db: Knex,
  request: ListRequest,
): Promise<QuarantinePage> {
  const { limit = 50, cursor } = request;
  const after = readCursor(order, cursor);
  const query = db('quarantine')
    .orderBy([
      { column: 'received_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1)
    .select('id', 'adapter', 'received_at', 'reason', 'said', 'field')
    .select(db.raw('substr(raw, 1, ?) as raw', [longestRaw]));
  if (after)
    query.whereRaw('(received_at, id) < (?, ?)', [after.value, after.id]);
  const rows = await query;
  const page = rows.slice(0, limit);
  const last = page[page.length - 1];
  return {
    items: page.map(row => ({
      id: String(row.id),
      adapter: row.adapter,
      receivedAt: new Date(Number(row.received_at)).toISOString(),
      reason: row.reason,
      ...(row.said && { said: readSaid(row.said) }),
      ...(row.field !== null && { field: row.field }),
      raw: row.raw,
    })),
    ...(rows.length > limit && {
      nextCursor: writeCursor(order, {
        value: Number(last.received_at),
        id: Number(last.id),
      }),
    }),
  };
}
