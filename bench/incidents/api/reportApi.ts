import { say } from '../../../scripts/process';
import { connect, type DatabaseKind } from '../../shared/connect';
import { sizeOf, type Databases } from '../../shared/databases';
import { formatSeconds, type Report } from '../../shared/Report';
import { entities, incidents, openAlerts } from '../sizes';
import { fillDatabase } from './fillDatabase';
import type { Filling } from './filling';
import { measureApi } from './measureApi';

const most = 10;

const filling: Filling = {
  incidents,
  openIncidents: Math.max(200, Math.round(incidents / 25)),
  openAlerts,
  entities,
  teams: 100,
  systems: 400,
};

/** How long pages and changes of status take beside a read of one row by its primary key. */
export async function reportApi(
  report: Report,
  options: { databases: Databases; kind: DatabaseKind },
): Promise<void> {
  const { databases, kind } = options;
  const connection = await databases.make(kind, 'api');
  const db = connect(connection);
  try {
    const started = Date.now();
    await fillDatabase(connection, db, filling);
    const [{ open }] = await db('alerts')
      .where('status', 'firing')
      .count({ open: '*' });
    const took = Math.round((Date.now() - started) / 1000);
    const size = (await sizeOf(connection, db)).toFixed(0);
    say(
      `bench incidents: ${kind} filled with ${open} alerts that fire and ${incidents} incidents, ${size} MB, in ${took} s`,
    );
    // As the PostgreSQL of this benchmark: what the disk takes is not to be measured.
    if (kind === 'SQLite') await db.raw('pragma synchronous = off');
    const { primaryKey, others } = await measureApi(db, filling);
    for (const { what, p95 } of others) {
      report.add({
        what: `p95 of ${what}, ${kind}`,
        ours: formatSeconds(p95),
        theirs: `${formatSeconds(primaryKey.p95)}, ${primaryKey.what}`,
        ratio: `${(p95 / primaryKey.p95).toFixed(1)} ×`,
        required: `≤ ${most} ×`,
        passed: p95 <= most * primaryKey.p95,
      });
    }
  } finally {
    await db.destroy();
    await databases.drop(connection);
  }
}
