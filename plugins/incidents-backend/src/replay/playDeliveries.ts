import type { LoggerService } from '@backstage/backend-plugin-api';
import type { IncidentRules } from '@ghostlight/plugin-incidents-common';
import { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { Correlator } from '../correlation';
import type { Graph } from '../graph';
import type { IncomingDelivery } from '../intake';
import { Pipeline } from '../pipeline';
import { nextDue } from '../pipeline/database/nextDue';
import { appendDeliveries } from './appendDeliveries';
import { Bundles } from './Bundles';
import { silentLogger } from './silentLogger';

export interface PlayOptions {
  deliveries: AsyncIterable<IncomingDelivery>;
  graph: Graph;
  rules: IncidentRules;
  /** What is due until then happens too; by default all ends with the last delivery. */
  to?: number;
  logger?: LoggerService;
}

/** Once in so many batches, what the pipeline has read is deleted. */
const batchesBetweenTidying = 50;

/**
 * Runs deliveries through the real pipeline on a scratch database, in their own time: what is due
 * without a delivery happens when it is due. Nobody is notified.
 */
export async function playDeliveries(
  scratch: Knex,
  options: PlayOptions,
): Promise<void> {
  const { deliveries, graph, rules, to, logger = silentLogger } = options;
  const clock = { now: 0 };
  const pipeline = Pipeline.create({
    db: scratch,
    // By its own clock a lease would run out while a recording of a year is played.
    leases: await Leases.create({ database: scratch, logger, clock: () => 0 }),
    graph,
    rules,
    correlation: () => Correlator.create({ graph, rules }),
    announcer: { announce: async () => {} },
    logger,
    now: () => clock.now,
    seekEntities: false,
    resolvesOnTime: true,
  });
  const { resolveAfterMs } = rules.incidents;

  await pipeline.hold(async drain => {
    const drainAt = async (at: number) => {
      clock.now = Math.max(clock.now, at);
      await drain();
    };
    const advance = async (until: number) => {
      for (;;) {
        const due = await nextDue(scratch, { resolveAfterMs });
        const { recheck = Infinity, resolve = Infinity } = due;
        if (Math.min(recheck, resolve) > until) break;
        // What is over by itself changes nothing else: all of it until the next alert is due goes at once.
        await drainAt(
          resolve < recheck ? Math.min(until, recheck - 1) : recheck,
        );
      }
      clock.now = Math.max(clock.now, until);
    };
    let batches = 0;
    const take = async (bundle: IncomingDelivery[]) => {
      if (!bundle.length) return;
      const times = bundle.map(({ receivedAt }) => receivedAt);
      await advance(Math.min(...times));
      await appendDeliveries(scratch, bundle);
      await drainAt(Math.max(...times));
      batches += 1;
      if (batches % batchesBetweenTidying === 0) await tidy(scratch);
    };
    const bundles = Bundles.create();
    for await (const delivery of deliveries) await take(bundles.add(delivery));
    await take(bundles.rest());
    if (to !== undefined) await advance(to);
  });
}

/** What was read is of no use any more. */
async function tidy(scratch: Knex): Promise<void> {
  await scratch('inbox').whereNotNull('outcome').delete();
}
