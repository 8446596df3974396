import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  defaultIncidentRules,
  type IncidentRules,
} from '@ghostlight/plugin-incidents-common';
import type { Adapter } from '@ghostlight/plugin-incidents-node';
import { adapters as builtIn } from '../adapters';
import { CatalogGraph } from '../graph';
import { readDelivery, type IncomingDelivery } from '../intake';
import { playDeliveries } from './playDeliveries';
import { readIncidents } from './readIncidents';
import { receivedAtOf, type ReplayLine } from './ReplayLine';
import type { ReplayedIncident } from './ReplayedIncident';
import { scratchDatabase } from './scratchDatabase';

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
    await playDeliveries(scratch.db, {
      deliveries: readLines(options),
      graph: CatalogGraph.fromEntities(options.entities ?? []),
      rules: options.rules ?? defaultIncidentRules,
      logger: options.logger,
    });
    const { mostAlerts = 10_000 } = options;
    yield* readIncidents(scratch.db, { mostAlerts });
  } finally {
    await scratch.remove();
  }
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
