import { say } from '../../../scripts/process';
import { connect, type Connection } from '../../shared/connect';
import { formatSeconds, type Report } from '../../shared/Report';
import {
  entities,
  measuredAlerts,
  mostMemory,
  openSizes,
  perMinute,
} from '../sizes';
import { startGrowth, type GrowthProcess } from './GrowthProcess';

/** Alerts that the pipeline takes at once: while it catches up, and when it is woken again and again. */
const batches = [
  { perBatch: 1_000, what: 'in batches of 1,000' },
  { perBatch: 20, what: 'in batches of 20' },
];

/**
 * Leaves the database with as many open alerts as the largest size: what the next alert costs on the
 * way there, and what memory the pipeline takes, also when another takes over from it.
 */
export async function reportGrowth(
  report: Report,
  { connection, warmUp }: { connection: Connection; warmUp: Connection },
): Promise<void> {
  const { kind } = connection;
  const most = openSizes[openSizes.length - 1];
  const all = most + openSizes.length * batches.length * measuredAlerts;
  const beginsAt = Date.now() - (all / perMinute) * 60_000;
  const firsts = new Map<number, number>();
  let worker = await startGrowth(connection, { beginsAt, warmUp });
  try {
    for (const size of openSizes) {
      await fill(worker, size);
      await vacuum(connection);
      for (const { perBatch, what } of batches) {
        const cpu = await worker.ask('take', {
          alerts: measuredAlerts,
          perBatch,
        });
        const each = cpu / measuredAlerts;
        const first = firsts.get(perBatch);
        firsts.set(perBatch, first ?? each);
        const growth = each / (first ?? each);
        // Each tenfold may add what an alert costs among the first.
        const allowed = 1 + Math.log10(size / openSizes[0]);
        report.add({
          what: `CPU per alert ${what}, ${count(size)} open, ${kind}`,
          ours: formatSeconds(each),
          theirs: first
            ? `${formatSeconds(first)}, ${count(openSizes[0])} open`
            : '',
          ratio: first ? `${growth.toFixed(1)} ×` : '',
          ...(first && {
            required: `≤ ${allowed.toFixed(1)} × (logarithmic)`,
            passed: growth <= allowed,
          }),
        });
      }
    }
    const { open, incidents, waiting } = await worker.ask('counts');
    if (open < most || waiting)
      throw new Error(`${open} alerts are open and ${waiting} wait`);
    const detail = `${count(open)} open in ${count(incidents)} incidents`;
    reportMemory(report, {
      what: `Memory of the pipeline, ${kind}`,
      detail: `${detail}, ${count(entities)} entities`,
      memory: await worker.ask('memory'),
    });
    await worker.stop();
    worker = await startGrowth(connection, { beginsAt });
    const begun = performance.now();
    await worker.ask('take', { alerts: 20, perBatch: 20 });
    const took = (performance.now() - begun) / 1000;
    reportMemory(report, {
      what: `Memory of a pipeline that takes over, ${kind}`,
      detail: `ready after ${formatSeconds(took)}`,
      memory: await worker.ask('memory'),
    });
  } finally {
    await worker.stop();
  }
}

async function fill(worker: GrowthProcess, size: number) {
  const begun = performance.now();
  const { open } = await worker.ask('counts');
  for (let at = open; at < size; at += 10_000)
    await worker.ask('take', {
      alerts: Math.min(10_000, size - at),
      perBatch: perMinute,
    });
  const took = (performance.now() - begun) / 1000;
  const rate = Math.round((size - open) / took);
  say(`bench incidents: ${count(size)} open alerts, ${count(rate)} a second`);
}

/** What autovacuum does within a minute of so many changes. */
async function vacuum(connection: Connection) {
  if (connection.kind === 'SQLite') return;
  const db = connect(connection);
  await db.raw('vacuum (analyze)');
  await db.destroy();
}

function reportMemory(
  report: Report,
  found: { what: string; detail: string; memory: number },
) {
  report.add({
    what: found.what,
    ours: `${found.memory.toFixed(0)} MB at its peak`,
    theirs: found.detail,
    ratio: '',
    required: `≤ ${mostMemory} MB`,
    passed: found.memory <= mostMemory,
  });
}

function count(value: number): string {
  return value.toLocaleString('en');
}
