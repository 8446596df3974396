import type { Knex } from 'knex';
import { rowsOf, tuples } from '../database/tuples';

/** Milliseconds that two senders may be apart about one change. */
const apart = 30 * 60_000;

/** A change as its table has it. */
export interface ChangeRow {
  adapter: string;
  key: string;
  kind: string;
  title: string;
  at: number;
  version?: string;
  entity_ref?: string;
  delivery_id?: string;
  rollback_id?: string;
}

interface Told {
  n: number | string;
  adapter: string;
  key: string;
  kind: string;
  title: string;
  at: number | string;
}

/**
 * What another sender told before goes into the row that it has already, which keeps its words: the same
 * version of the same entity at about the same time. Of one sender each is another one.
 */
export async function foldTold(
  trx: Knex.Transaction,
  rows: ChangeRow[],
): Promise<ChangeRow[]> {
  const given = rows.flatMap((row, n) =>
    row.version && row.entity_ref ? { ...row, n } : [],
  );
  if (!given.length) return rows;
  const found = rowsOf<Told>(
    await trx.raw(
      `select w.n, c.adapter, c.key, c.kind, c.title, c.at from ? w
       join changes c on c.entity_ref = w.entity_ref and c.version = w.version
         and c.at >= w.at - ${apart} and c.at <= w.at + ${apart}
       where c.adapter <> w.adapter and not exists (
         select 1 from changes own where own.adapter = w.adapter and own.key = w.key)
       order by w.n, abs(c.at - w.at) desc, c.id desc`,
      [
        tuples(
          trx,
          {
            n: 'int',
            adapter: 'text',
            key: 'text',
            entity_ref: 'text',
            version: 'text',
            at: 'bigint',
          },
          given,
        ),
      ],
    ),
  );
  const told = new Map(found.map(({ n, ...first }) => [Number(n), first]));
  const folded = new Map<string, ChangeRow>();
  rows.forEach((row, n) => {
    const first = told.get(n);
    const own = first ? { ...row, ...first, at: Number(first.at) } : row;
    folded.set(`${own.adapter} ${own.key}`, own);
  });
  return [...folded.values()];
}
