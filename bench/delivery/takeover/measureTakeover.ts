import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, DatabaseKind } from '../../shared/connect';
import type { Databases } from '../../shared/databases';
import { median, quantile } from '../../shared/quantile';
import { quick } from '../../shared/quick';
import { formatSeconds, type Report } from '../../shared/Report';
import { WorkerProcess } from '../../shared/WorkerProcess';
import type { TakeoverWorker } from './takeoverWorker';

const file = join(__dirname, 'takeoverWorker.ts');
/** The default of the engine, milliseconds. */
const leaseTtl = 3_000;
const rounds = quick ? 1 : 5;
const perRound = 8;

/**
 * How long the runs of a replica lie there after kill -9, until another one has taken them over and
 * reads back. They were begun one after the other, so that their leases end at different times.
 */
export async function measureTakeover(
  report: Report,
  { databases, kind }: { databases: Databases; kind: DatabaseKind },
): Promise<void> {
  const connection = await databases.make(kind, 'takeover');
  const took: number[] = [];
  try {
    for (let round = 0; round < rounds; round++)
      took.push(...(await killOne(connection, round)));
  } finally {
    await databases.drop(connection);
  }
  const worst = Math.max(...took);
  report.add({
    what: `Takeover after kill -9 on ${kind}, the slowest of ${took.length}`,
    ours: formatSeconds(worst / 1_000),
    theirs: `lease of ${formatSeconds(
      leaseTtl / 1_000,
    )}; median ${formatSeconds(median(took) / 1_000)}, p95 ${formatSeconds(
      quantile(took, 0.95) / 1_000,
    )}`,
    ratio: (worst / leaseTtl).toFixed(2),
    required: '≤ 1.5',
    passed: worst <= 1.5 * leaseTtl,
  });
}

/** @returns milliseconds from the kill, for each of its runs */
async function killOne(
  connection: Connection,
  round: number,
): Promise<number[]> {
  const victim = WorkerProcess.start<TakeoverWorker>(file);
  const heir = WorkerProcess.start<TakeoverWorker>(file);
  try {
    await victim.ask('open', connection, leaseTtl);
    await heir.ask('open', connection, leaseTtl);
    await victim.ask('start');
    const keys = Array.from({ length: perRound }, (_, n) => `${round}.${n}`);
    for (const key of keys) {
      await victim.ask('request', key);
      await sleep(170);
    }
    while ((await victim.ask('acting')) < perRound) await sleep(20);
    // The victim holds them all; the heir can only wait.
    await heir.ask('start');
    await sleep(Math.random() * leaseTtl);
    const killed = Date.now();
    await victim.ask('die').catch(() => undefined);
    return (await takenOver(heir, keys)).map(at => at - killed);
  } finally {
    await victim.stop();
    await heir.stop();
  }
}

async function takenOver(
  heir: WorkerProcess<TakeoverWorker>,
  keys: string[],
): Promise<number[]> {
  const end = Date.now() + 10 * leaseTtl;
  for (;;) {
    const taken = await heir.ask('taken');
    const times = keys.map(key => taken[key]).filter(at => at !== undefined);
    if (times.length === keys.length) return times;
    if (Date.now() > end)
      throw new Error(
        `Only ${times.length} of ${keys.length} runs were taken over`,
      );
    await sleep(25);
  }
}
