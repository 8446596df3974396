import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { SignalReading, Source } from '@ghostlight/plugin-slo-node';
import type { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { Shards } from './Shards';

export interface SignalsSamplerOptions {
  database: Knex;
  leases: Leases;
  sources: ReadonlyMap<string, Source>;
  logger: LoggerService;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  /** Milliseconds until another replica takes over. 90,000 by default. */
  leaseMilliseconds?: number;
}

/** Minutes of golden signals that are kept. */
const kept = 1440;
const entitiesAtOnce = 500;

/** Reads the golden signals of the entities that have objectives, and keeps a day of them. */
export class SignalsSampler {
  private constructor(
    private readonly options: Required<SignalsSamplerOptions>,
    private readonly held: Shards,
  ) {}

  static create(options: SignalsSamplerOptions): SignalsSampler {
    const full = { clock: Date.now, leaseMilliseconds: 90_000, ...options };
    const held = Shards.create({
      leases: full.leases,
      logger: full.logger,
      name: 'signals',
      count: 1,
      ttl: full.leaseMilliseconds,
    });
    return new SignalsSampler(full, held);
  }

  /**
   * Reads once, on one replica.
   *
   * @returns readings stored; 0 on the others
   */
  async tick(signal?: AbortSignal): Promise<number> {
    const mine = await this.held.balance();
    return mine.size ? this.read(signal) : 0;
  }

  /** Lets another replica take over at once. */
  async close(): Promise<void> {
    await this.held.close();
  }

  private async read(signal?: AbortSignal): Promise<number> {
    const { database, sources, clock, logger } = this.options;
    const minute = Math.floor(clock() / 60_000);
    const able = [...sources.values()].filter(source => source.readSignals);
    let stored = 0;
    if (able.length) {
      const refs: string[] = await database('objectives')
        .whereNull('removed_at')
        .distinct('entity_ref')
        .orderBy('entity_ref')
        .pluck('entity_ref');
      const entities = refs.map(entityRef => ({
        entityRef,
        name: parseEntityRef(entityRef).name,
      }));
      // Of several sources that know an entity the first one tells.
      const told = new Set<string>();
      for (const source of able) {
        const left = entities.filter(({ entityRef }) => !told.has(entityRef));
        for (let at = 0; at < left.length; at += entitiesAtOnce) {
          try {
            const readings = await source.readSignals?.({
              entities: left.slice(at, at + entitiesAtOnce),
              signal,
            });
            for (const { entityRef } of readings ?? []) told.add(entityRef);
            stored += await this.store(source, readings ?? [], minute);
          } catch (error) {
            signal?.throwIfAborted();
            logger.warn(
              `No golden signals from source '${source.name}'`,
              error as Error,
            );
            break;
          }
        }
      }
    }
    await database('signals')
      .where('minute', '<', minute - kept)
      .delete();
    return stored;
  }

  private async store(
    { name: source }: Source,
    readings: SignalReading[],
    minute: number,
  ): Promise<number> {
    const { database } = this.options;
    for (let at = 0; at < readings.length; at += 100) {
      await database('signals')
        .insert(
          readings.slice(at, at + 100).map(reading => ({
            entity_ref: reading.entityRef,
            minute,
            body: JSON.stringify({ ...reading, source }),
          })),
        )
        .onConflict(['entity_ref', 'minute'])
        .merge();
    }
    return readings.length;
  }
}
