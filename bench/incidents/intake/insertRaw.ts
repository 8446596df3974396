import type { Knex } from 'knex';

/**
 * The limit: the same rows that were taken in, put into an equal table with multi-row inserts and
 * nothing around them, `connections` at a time.
 *
 * @returns seconds
 */
export async function insertRaw(
  db: Knex,
  options: { rows: number; perStatement: number; connections: number },
): Promise<number> {
  const { rows, perStatement, connections } = options;
  await db.raw('drop table if exists inbox_raw');
  await db.raw('create table inbox_raw (like inbox including all)');
  const columns =
    'delivery_id, kind, adapter, received_at, event, raw, outcome';
  const taken = await db('inbox').limit(rows).select(db.raw(columns));
  const chunks: Record<string, unknown>[][] = [];
  for (let at = 0; at < taken.length; at += perStatement)
    chunks.push(taken.slice(at, at + perStatement));
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < chunks.length) await db('inbox_raw').insert(chunks[next++]);
    }),
  );
  return (performance.now() - started) / 1000;
}
