import { join } from 'node:path';
import type { Connection } from '../shared/connect';
import { WorkerProcess } from '../shared/WorkerProcess';
import type { TickHandlers } from './tickWorker';

interface Cost {
  seconds: number;
  /** Seconds of processor time, the database server's included. */
  cpu: number;
}

/** What one tick cost. */
export interface TickCost {
  objectives: number;
  /** Minutes recorded. */
  samples: number;
  /** Asking the source and recording. */
  sampling: Cost;
  /** Budgets, burn windows, verdicts and alerts. */
  judging: Cost;
}

/** What an engine needs, in megabytes. */
export interface Memory {
  /** The most that was resident, over what was before the first tick. */
  peakGrowth: number;
  /** On the heap between ticks, the program itself included. */
  heap: number;
}

/** An engine in a process of its own that ticks when told. */
export type TickProcess = WorkerProcess<TickHandlers>;

/** @param measuredTo - the minute up to which the database has been filled */
export async function startTicking(
  connection: Connection,
  measuredTo: number,
): Promise<TickProcess> {
  const worker = WorkerProcess.start<TickHandlers>(
    join(__dirname, 'tickWorker.ts'),
  );
  await worker.ask('start', connection, measuredTo);
  return worker;
}
