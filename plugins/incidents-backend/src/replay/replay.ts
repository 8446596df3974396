import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  defaultIncidentRules,
  type IncidentRules,
} from '@ghostlight/plugin-incidents-common';
import type { Adapter } from '@ghostlight/plugin-incidents-node';
import { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { adapters as builtIn } from '../adapters';
import { Correlator } from '../correlation';
import { CatalogGraph } from '../graph';
import { readDelivery, type IncomingDelivery } from '../intake';
import { Pipeline } from '../pipeline';
import { nextDue } from '../pipeline/database/nextDue';
import { appendDeliveries } from './appendDeliveries';
import { Bundles } from './Bundles';
import { readIncidents } from './readIncidents';
import { receivedAtOf, type ReplayLine } from './ReplayLine';
import type { ReplayedIncident } from './ReplayedIncident';
import { scratchDatabase } from './scratchDatabase';
import { silentLogger } from './silentLogger';

/** @public */
export interface ReplayOptions {
  /** In the order in which they came in. */
  lines: AsyncIterable<ReplayLine> | Iterable<ReplayLine>;
  /** The catalog: without it, no alert is of a known entity. */
  entities?: Iterable<Entity>;
  /** Those of the product by default. */
  rules?: IncidentRules;
  /** Besides those that need no module. */
  adapters?: Adapter[];
  /** Alerts of one incident that are given, at most; 10,000 by default. */
  mostAlerts?: number;
  /** What could not be read, and is left out. */
  onRejected?: (rejected: {
    line: number;
    reason: string;
    field?: string;
  }) => void;
  logger?: LoggerService;
}

/** Once in so many batches, what the pipeline has read is deleted. */
const batchesBetweenTidying = 50;

/**
 * Runs recorded deliveries through the real adapters and the real pipeline on a scratch database, at
 * full speed in their own time, and gives the incidents that come of them in the order of their
 * numbers. The recording is streamed. Nobody is notified; nothing but the scratch database, which is
 * deleted at the end, is written. Needs `better-sqlite3`.
 *
 * @throws InputError when a line names no adapter that is known, or its time is none
 * @public
 */
export async function* replay(
  options: ReplayOptions,
): AsyncGenerator<ReplayedIncident> {
  const scratch = await scratchDatabase();
  try {
    await play(scratch.db, options);
    const { mostAlerts = 10_000 } = options;
    yield* readIncidents(scratch.db, { mostAlerts });
  } finally {
    await scratch.remove();
  }
}

async function play(db: Knex, options: ReplayOptions): Promise<void> {
  const { rules = defaultIncidentRules, logger = silentLogger } = options;
  const clock = { now: 0 };
  const graph = CatalogGraph.fromEntities(options.entities ?? []);
  const pipeline = Pipeline.create({
    db,
    // By its own clock a lease would run out while a recording of a year is played.
    leases: await Leases.create({ database: db, logger, clock: () => 0 }),
    graph,
    rules,
    correlation: () => Correlator.create({ graph, rules }),
    announcer: { announce: async () => {} },
    logger,
    now: () => clock.now,
    seekEntities: false,
  });
  const { resolveAfterMs } = rules.incidents;
  let batches = 0;

  /** What is due without an alert happens at its own time. */
  const advance = async (to: number) => {
    for (;;) {
      const due = await nextDue(db, { resolveAfterMs });
      if (due === undefined || due > to) break;
      clock.now = Math.max(clock.now, due);
      await pipeline.drain();
    }
    clock.now = Math.max(clock.now, to);
  };
  const take = async (deliveries: IncomingDelivery[]) => {
    if (!deliveries.length) return;
    const times = deliveries.map(({ receivedAt }) => receivedAt);
    await advance(Math.min(...times));
    await appendDeliveries(db, deliveries);
    clock.now = Math.max(clock.now, ...times);
    await pipeline.drain();
    batches += 1;
    if (batches % batchesBetweenTidying === 0) await tidy(db);
  };

  const bundles = Bundles.create();
  for await (const delivery of readLines(options))
    await take(bundles.add(delivery));
  await take(bundles.rest());
}

/** Deliveries as intake would have kept them. */
async function* readLines(
  options: ReplayOptions,
): AsyncGenerator<IncomingDelivery> {
  const { lines, adapters = [], onRejected } = options;
  const known = new Map<string, Adapter>(
    [...builtIn, ...adapters].map(adapter => [adapter.id, adapter]),
  );
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const adapter = known.get(line.adapter);
    if (!adapter)
      throw new InputError(
        `Line ${number}: there is no adapter '${line.adapter}'; use one of ${[
          ...known.keys(),
        ].join(', ')}`,
      );
    const receivedAt = receivedAtOf(line);
    const content = readDelivery(adapter, {
      body: line.body,
      headers: line.headers ?? {},
      receivedAt,
    });
    for (const { reason, field } of content.quarantined)
      onRejected?.({ line: number, reason, field });
    if (!content.events.length) continue;
    yield {
      ...content,
      adapter: adapter.id,
      sender: 'replay',
      receivedAt,
      bytes: 0,
    };
  }
}

/** What was read is of no use any more. */
async function tidy(db: Knex): Promise<void> {
  await db('inbox').whereNotNull('outcome').delete();
}
