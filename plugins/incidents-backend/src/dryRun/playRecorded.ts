import type { IncidentRules } from '@ghostlight/plugin-incidents-common';
import { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { Correlator } from '../correlation';
import type { Graph } from '../graph';
import type { IncomingDelivery } from '../intake';
import { Pipeline } from '../pipeline';
import { nextDue } from '../pipeline/database/nextDue';
import { appendDeliveries } from '../replay/appendDeliveries';
import { Bundles } from '../replay/Bundles';
import { silentLogger } from '../replay/silentLogger';

/**
 * Runs deliveries through the real pipeline on a scratch database, in their own time, and on to the
 * end of the span. Nobody is notified.
 */
export async function playRecorded(
  scratch: Knex,
  options: {
    deliveries: AsyncIterable<IncomingDelivery>;
    graph: Graph;
    rules: IncidentRules;
    to: number;
  },
): Promise<void> {
  const { deliveries, graph, rules, to } = options;
  const clock = { now: 0 };
  const logger = silentLogger;
  const pipeline = Pipeline.create({
    db: scratch,
    leases: await Leases.create({ database: scratch, logger, clock: () => 0 }),
    graph,
    rules,
    correlation: () => Correlator.create({ graph, rules }),
    announcer: { announce: async () => {} },
    logger,
    now: () => clock.now,
    seekEntities: false,
  });
  const { resolveAfterMs } = rules.incidents;
  /** What is due without an alert happens at its own time. */
  const advance = async (until: number) => {
    for (;;) {
      const due = await nextDue(scratch, { resolveAfterMs });
      if (due === undefined || due > until) break;
      clock.now = Math.max(clock.now, due);
      await pipeline.drain();
    }
    clock.now = Math.max(clock.now, until);
  };
  const take = async (bundle: IncomingDelivery[]) => {
    if (!bundle.length) return;
    const times = bundle.map(({ receivedAt }) => receivedAt);
    await advance(Math.min(...times));
    await appendDeliveries(scratch, bundle);
    clock.now = Math.max(clock.now, ...times);
    await pipeline.drain();
  };
  const bundles = Bundles.create();
  for await (const delivery of deliveries) await take(bundles.add(delivery));
  await take(bundles.rest());
  await advance(to);
}
