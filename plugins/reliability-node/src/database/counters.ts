import type { Knex } from 'knex';

/**
 * The next number of a counter in the plugin's table `counters` (name, value); of several that are
 * asked for at once, the last. Its row stays locked until the transaction ends, so numbers have neither
 * gaps nor repeats, and become visible in their order.
 *
 * @public
 */
export async function nextOf(
  trx: Knex.Transaction,
  name: string,
  count = 1,
): Promise<number> {
  const [{ value }] = await trx('counters')
    .where({ name })
    .increment('value', count)
    .returning<{ value: number | string }[]>('value');
  return Number(value);
}

/**
 * Where the counter stands; nobody moves it until the transaction ends.
 *
 * @public
 */
export async function lockCounter(
  trx: Knex.Transaction,
  name: string,
): Promise<number> {
  // An update rather than `select for update`: it locks the row on both databases.
  return nextOf(trx, name, 0);
}
