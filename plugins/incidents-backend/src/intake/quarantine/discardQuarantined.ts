import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { readRowId } from '../../service/ids';

/** @throws NotFoundError when it is not there, or not any more */
export async function discardQuarantined(db: Knex, id: string): Promise<void> {
  const gone = await db('quarantine')
    .where({ id: readRowId('item in quarantine', id) })
    .delete();
  if (!gone) throw new NotFoundError(`No item in quarantine '${id}'`);
}
