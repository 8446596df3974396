import { connect, type Connection, type DatabaseKind } from '../shared/connect';
import type { Databases } from '../shared/databases';
import { fillDatabase } from './fillDatabase';
import { median } from '../shared/quantile';
import { formatSeconds, type Report } from '../shared/Report';
import { growthRounds, growthSizes, growthWarmUp } from './sizes';
import { startTicking, type TickCost, type TickProcess } from './TickProcess';

/** Measuring noise that is not growth. */
const tolerance = 1.1;
const memoryLimit = 300;
const memorySize = 10_000;

/** The cost of a whole tick at growing numbers of objectives, in turns; and the memory it takes. */
export async function measureGrowth(
  report: Report,
  options: { databases: Databases; kind: DatabaseKind; measuredTo: number },
): Promise<void> {
  const { databases, kind, measuredTo } = options;
  const made: { size: number; connection: Connection; worker: TickProcess }[] =
    [];
  const costs = new Map<number, TickCost[]>();
  try {
    for (const size of growthSizes) {
      const connection = await databases.make(kind, `growth${size}`);
      const db = connect(connection);
      await fillDatabase(connection, db, {
        objectives: size,
        days: 3,
        minutes: 30,
        detailed: 0,
        to: measuredTo,
      });
      await db.destroy();
      const worker = await startTicking(connection, measuredTo);
      made.push({ size, connection, worker });
      costs.set(size, []);
    }
    for (let round = 0; round < growthWarmUp + growthRounds; round++) {
      for (const { size, worker } of made) {
        const cost = await worker.ask('tick');
        if (cost.samples !== size || cost.objectives !== size) {
          throw new Error(`A tick over ${size} did ${JSON.stringify(cost)}`);
        }
        if (round >= growthWarmUp) costs.get(size)?.push(cost);
      }
    }
    reportGrowth(report, kind, costs);
    for (const { size, worker } of made) {
      const { peakGrowth, heap } = await worker.ask('memory');
      const required = size <= memorySize;
      report.add({
        what: `Memory of ticks at ${size.toLocaleString('en')}, ${kind}`,
        ours: `${peakGrowth.toFixed(0)} MB at its peak`,
        theirs: `heap between ticks ${heap.toFixed(0)} MB`,
        ratio: '',
        ...(required && {
          required: `≤ ${memoryLimit} MB`,
          passed: Math.max(peakGrowth, heap) <= memoryLimit,
        }),
      });
    }
  } finally {
    for (const { connection, worker } of made) {
      await worker.stop();
      await databases.drop(connection);
    }
  }
}

function reportGrowth(
  report: Report,
  kind: DatabaseKind,
  costs: Map<number, TickCost[]>,
) {
  let smaller: { size: number; cpu: number } | undefined;
  for (const [size, list] of costs) {
    const cpu = median(
      list.map(({ sampling, judging }) => sampling.cpu + judging.cpu),
    );
    const seconds = median(
      list.map(({ sampling, judging }) => sampling.seconds + judging.seconds),
    );
    const what = `CPU of a tick at ${size.toLocaleString('en')}, ${kind}`;
    const ours = `${formatSeconds(cpu)} (takes ${formatSeconds(seconds)})`;
    if (smaller) {
      const growth = cpu / smaller.cpu;
      const linear = size / smaller.size;
      report.add({
        what,
        ours,
        theirs: `${formatSeconds(smaller.cpu)} at ${smaller.size.toLocaleString(
          'en',
        )}`,
        ratio: `${growth.toFixed(1)} × for ${linear} × as many`,
        required: `≤ ${linear} × (and 10 % of noise)`,
        passed: growth <= linear * tolerance,
      });
    } else {
      report.add({ what, ours, theirs: '', ratio: '' });
    }
    smaller = { size, cpu };
  }
}
