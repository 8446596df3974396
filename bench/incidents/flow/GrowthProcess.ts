import { join } from 'node:path';
import type { Connection } from '../../shared/connect';
import { WorkerProcess } from '../../shared/WorkerProcess';
import { entities, perMinute, warmUpAlerts } from '../sizes';
import type { GrowthHandlers } from './growthWorker';

/** A pipeline in a process of its own that takes alerts when told. */
export type GrowthProcess = WorkerProcess<GrowthHandlers>;

/** Megabytes of old objects: so much is enough, and the rest of the process adds less than as much. */
const heapLimit = 320;

interface GrowthOptions {
  /** Of the first alert, epoch ms; the others follow at their pace. */
  beginsAt: number;
  /** An empty database where the code is compiled and optimized before anything counts. */
  warmUp?: Connection;
}

/** Starts on a database that may hold the first of the alerts already. */
export async function startGrowth(
  connection: Connection,
  { beginsAt, warmUp }: GrowthOptions,
): Promise<GrowthProcess> {
  const file = join(__dirname, 'growthWorker.ts');
  const worker = await WorkerProcess.startBuilt<GrowthHandlers>(file, {
    heapLimit,
  });
  const options = { entities, beginsAt, msPerAlert: 60_000 / perMinute };
  if (warmUp) {
    await worker.ask('start', warmUp, options);
    for (const perBatch of [1_000, 20])
      await worker.ask('take', { alerts: warmUpAlerts / 2, perBatch });
  }
  await worker.ask('start', connection, options);
  return worker;
}
