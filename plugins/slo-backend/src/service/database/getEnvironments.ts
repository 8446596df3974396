import type { Knex } from 'knex';
import { environmentOf } from '../environmentOf';

const rowsAtOnce = 500;

/** The environments that documents name, by ref of the document; most name none. */
export async function getEnvironments(
  db: Knex,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(refs)];
  const found = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += rowsAtOnce) {
    const rows: { ref: string; entity: string }[] = await db('documents')
      .whereIn('ref', wanted.slice(at, at + rowsAtOnce))
      // Few say so: what does not is not read.
      .where('entity', 'like', '%"environment"%')
      .select('ref', 'entity');
    for (const { ref, entity } of rows) {
      const environment = environmentOf(JSON.parse(entity));
      if (environment !== undefined) found.set(ref, environment);
    }
  }
  return found;
}
