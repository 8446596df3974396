import {
  connect,
  type Connection,
  type DatabaseKind,
} from '../../shared/connect';
import type { Databases } from '../../shared/databases';
import type { Report } from '../../shared/Report';
import { openSizes } from '../sizes';
import { reportFlow } from './reportFlow';
import { reportGrowth } from './reportGrowth';

/** From alert to incident: how long it takes, and what it costs as ever more alerts are open. */
export async function measureAlertFlow(
  report: Report,
  options: { databases: Databases; kind: DatabaseKind },
): Promise<void> {
  const { databases, kind } = options;
  const empty = await databases.make(kind, 'flow');
  await reportFlow(report, empty, 'nothing open');
  const grown = await databases.make(kind, 'growth');
  const warmUp = await databases.make(kind, 'warm');
  await reportGrowth(report, { connection: grown, warmUp });
  await forgetMessages(grown);
  const most = openSizes[openSizes.length - 1].toLocaleString('en');
  await reportFlow(report, grown, `${most} open`);
  for (const made of [empty, warmUp, grown]) await databases.drop(made);
}

/** As though they had been sent meanwhile. */
async function forgetMessages(connection: Connection) {
  const db = connect(connection);
  await db('outbox').delete();
  await db('notifications').delete();
  await db('escalations').delete();
  await db.destroy();
}
