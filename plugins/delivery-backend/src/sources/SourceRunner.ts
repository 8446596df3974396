import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { SourceStatus } from '@ghostlight/plugin-delivery-common';
import type {
  ChangeReport,
  ChangeSource,
  ChangeSourceContext,
} from '@ghostlight/plugin-delivery-node';
import type { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeFeed } from '../changes';
import { listSources, type Installed } from './listSources';
import { SourceMemory } from './SourceMemory';

export interface SourceRunnerOptions {
  db: Knex;
  leases: Leases;
  logger: LoggerService;
  now: () => number;
  feed: Pick<ChangeFeed, 'record'>;
  entities: () => Entity[];
  /** By id. */
  sources: ReadonlyMap<string, ChangeSource>;
  /** What else is installed, for {@link SourceRunner.list}. */
  others?: Omit<Installed, 'sources'>;
  /** Milliseconds; 15,000 by default. Who dies is followed within one and a half of them. */
  leaseTtl?: number;
  /** Milliseconds between two runs of a source that failed: doubles from `first` (2 s) to `most` (5 min). */
  backoff?: { first: number; most: number };
}

/** Longer than this a run is one that worked, and the next failure is a new one. */
const sound = 5 * 60_000;

/**
 * Runs each source on one replica at a time, under a lease. One that ends or throws is run again, later
 * each time; one whose lease is lost is told to stop, and another replica goes on.
 */
export class SourceRunner {
  private constructor(private readonly options: SourceRunnerOptions) {}

  static create(options: SourceRunnerOptions): SourceRunner {
    return new SourceRunner(options);
  }

  /** Runs all of them until the signal aborts. Never throws. */
  start(signal: AbortSignal): void {
    for (const source of this.options.sources.values())
      void this.keep(source, signal);
  }

  /** All that is installed, and how it does. */
  async list(): Promise<SourceStatus[]> {
    const { db, now, sources, others } = this.options;
    return listSources(db, { sources, ...others }, now());
  }

  private async keep(source: ChangeSource, signal: AbortSignal): Promise<void> {
    const { leases, logger, leaseTtl = 15_000 } = this.options;
    const { first, most } = this.options.backoff ?? {
      first: 2_000,
      most: 300_000,
    };
    let failures = 0;
    while (!signal.aborted) {
      const begun = this.options.now();
      let pause = leaseTtl / 2;
      try {
        const { outcome } = await leases.withLease(
          `delivery-source:${source.id}`,
          { ttl: leaseTtl, signal },
          (_, held) => this.run(source, held),
        );
        if (outcome === 'done') {
          failures += 1;
          pause = first;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (this.options.now() - begun > sound) failures = 0;
        pause = Math.min(most, first * 2 ** failures);
        failures += 1;
        logger.warn(
          `Source ${source.id} failed, and is run again in ${Math.round(
            pause / 1_000,
          )} s: ${stringifyError(error)}`,
        );
      }
      await sleep(pause, undefined, { signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  private async run(source: ChangeSource, signal: AbortSignal): Promise<void> {
    const { db, entities, feed, now } = this.options;
    const memory = SourceMemory.of(db, source.id, now);
    const context: ChangeSourceContext = {
      signal,
      entities,
      remembered: () => memory.read(),
      remember: async text => {
        signal.throwIfAborted();
        await memory.write({ memory: text });
      },
      sink: {
        record: async (reports: ChangeReport[]) => {
          signal.throwIfAborted();
          if (!reports.length) return;
          await feed.record(source.id, reports);
          await memory.write({ last_at: now() });
        },
        status: status => memory.tell(status),
      },
    };
    try {
      await source.run(context);
    } catch (error) {
      if (!signal.aborted)
        memory.tell({ healthy: false, text: stringifyError(error) });
      throw error;
    } finally {
      await memory.settled();
    }
  }
}
