/**
 * Runs in a process of its own, so that its memory is the engine's: samples, records and judges all
 * objectives of a database once for each message, on a clock that goes on by a minute each time.
 */
import { fakeSource } from '@ghostlight/plugin-slo-node/testUtils';
import { Leases } from '@ghostlight/reliability-node';
import { Ledger } from '../../plugins/slo-backend/src/ledger';
import { Sampler } from '../../plugins/slo-backend/src/sampling';
import { Evaluator } from '../../plugins/slo-backend/src/verdicts';
import { type Connection, connect, databaseCpu } from '../shared/connect';
import { ownCpu } from '../shared/processCpu';
import { serve } from '../shared/serve';
import { silentLogger as logger } from '../shared/silentLogger';
import type { Memory, TickCost } from './TickProcess';

const megabyte = 1e6;

async function start(connection: Connection, measuredTo: number) {
  const database = connect(connection);
  let now = (measuredTo * 60 + 5) * 1000;
  const clock = () => now;
  const sources = new Map([['default', fakeSource()]]);
  const leases = await Leases.create({ database, logger, clock });
  const ledger = Ledger.create({ database, logger, clock });
  const shared = { database, ledger, sources, logger, clock };
  const sampler = Sampler.create({ ...shared, leases });
  const evaluator = Evaluator.create(shared);
  global.gc?.();
  const startRss = process.memoryUsage().rss;

  async function spent<T>(work: () => Promise<T>) {
    const before = { own: ownCpu(), server: databaseCpu(connection) };
    const started = performance.now();
    const value = await work();
    return {
      value,
      seconds: (performance.now() - started) / 1000,
      cpu: ownCpu() - before.own + databaseCpu(connection) - before.server,
    };
  }

  async function tick(): Promise<TickCost> {
    now += 60_000;
    const sampled = await spent(() => sampler.tick());
    const { shards, samples } = sampled.value;
    const judged = await spent(() =>
      evaluator.evaluate({ shards, of: sampler.shards }),
    );
    sources.get('default')?.reads.splice(0);
    return {
      objectives: judged.value.evaluated,
      samples,
      sampling: { seconds: sampled.seconds, cpu: sampled.cpu },
      judging: { seconds: judged.seconds, cpu: judged.cpu },
    };
  }

  /** Without a collection before the first number: what the engine leaves lying about counts. */
  function memory(): Memory {
    const peak = process.resourceUsage().maxRSS * 1024;
    global.gc?.();
    return {
      peakGrowth: (peak - startRss) / megabyte,
      heap: process.memoryUsage().heapUsed / megabyte,
    };
  }

  return {
    tick,
    memory,
    async stop() {
      await sampler.close();
      await database.destroy();
    },
  };
}

let worker: Awaited<ReturnType<typeof start>>;

const handlers = {
  async start(connection: Connection, measuredTo: number) {
    worker = await start(connection, measuredTo);
  },
  tick: () => worker.tick(),
  memory: () => worker.memory(),
};

/** What it can be asked for. */
export type TickHandlers = typeof handlers;

serve(handlers, () => worker.stop());
