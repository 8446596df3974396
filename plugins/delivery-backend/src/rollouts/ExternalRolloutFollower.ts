import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  Driver,
  ExternalRollout,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import { type Leases, runEvery } from '@ghostlight/reliability-node';
import { Turns } from '../analysis/Turns';
import type { Belonging } from '../changes/Draft';
import type { RolloutContext } from './RolloutContext';
import { externalDocumentOf, type RolloutRow } from './RolloutRow';
import { writeExternal } from './writeExternal';

export interface ExternalRolloutFollowerOptions extends RolloutContext {
  leases: Leases;
  /** Components of the catalog. */
  entities: () => Entity[];
  belongingOf: (entityRef: string) => Belonging | undefined;
}

/** A target whose engine is asked. */
interface Watched {
  driver: Driver;
  target: TargetRef;
  entityRef: string;
}

/** Milliseconds that a platform gets for one answer. */
const patience = 10_000;
/** Entities whose targets are looked for in one turn, and targets that changed since the last one. */
const entitiesATurn = 25;
const changedATurn = 200;
const atOnce = 4;

/**
 * Keeps what the platform's own engines (Argo Rollouts, Flagger) do in the table of rollouts. Each turn
 * asks about what is running and what changed since the last turn, and about a few more entities, so
 * that all are seen now and then: the cost of a turn does not grow with the catalog.
 */
export class ExternalRolloutFollower {
  private next = 0;
  private seenUntil: number;

  private constructor(
    private readonly options: ExternalRolloutFollowerOptions,
  ) {
    this.seenUntil = options.now() - 3_600_000;
  }

  static create(
    options: ExternalRolloutFollowerOptions,
  ): ExternalRolloutFollower {
    return new ExternalRolloutFollower(options);
  }

  /** Runs on one replica until the signal aborts. */
  start(signal: AbortSignal): void {
    const { leases, logger, settings } = this.options;
    void runEvery({
      name: 'delivery-rollouts',
      leases,
      logger,
      interval: settings.followInterval,
      signal,
      turn: (_lease, held) => this.turn(held),
    });
  }

  /** Looks once. */
  async turn(signal: AbortSignal): Promise<void> {
    const drivers = [...this.options.drivers.values()].filter(
      driver => driver.rollouts?.external,
    );
    if (!drivers.length) return;
    const byTarget = new Map<string, Watched>();
    const add = (watched: Watched) =>
      byTarget.set(`${watched.driver.id}:${watched.target.ref}`, watched);
    (await this.explore(drivers, signal)).forEach(add);
    (await this.changed(drivers)).forEach(add);
    (await this.running()).forEach(add);
    const turns = Turns.create(atOnce);
    await Promise.all(
      [...byTarget.values()].map(watched =>
        turns.take(() => this.ask(watched, signal)),
      ),
    );
  }

  private async ask(watched: Watched, signal: AbortSignal): Promise<void> {
    const { driver, target, entityRef } = watched;
    const { logger, belongingOf } = this.options;
    let found: ExternalRollout[];
    try {
      found = await driver.rollouts!.external!(target, limited(signal));
    } catch (error) {
      signal.throwIfAborted();
      logger.debug(`${driver.title} did not say what rolls out: ${error}`);
      return;
    }
    const moved = await writeExternal(this.options, {
      driver: driver.id,
      target,
      entityRef,
      belonging: belongingOf(entityRef),
      found,
    });
    if (moved) this.options.changed?.([entityRef]);
  }

  /** Targets of the next few entities. */
  private async explore(
    drivers: Driver[],
    signal: AbortSignal,
  ): Promise<Watched[]> {
    const entities = this.options.entities();
    const some = entities.slice(this.next, this.next + entitiesATurn);
    this.next += entitiesATurn;
    if (this.next >= entities.length) this.next = 0;
    const turns = Turns.create(atOnce);
    const found = await Promise.all(
      some.flatMap(entity =>
        drivers.map(driver =>
          turns.take(async () => {
            const targets = await driver
              .targets(entity, limited(signal))
              .catch(() => []);
            const entityRef = stringifyEntityRef(entity);
            return targets.map(target => ({ driver, target, entityRef }));
          }),
        ),
      ),
    );
    return found.flat();
  }

  /** Targets of what the feed was told of since. */
  private async changed(drivers: Driver[]): Promise<Watched[]> {
    const { db } = this.options;
    const rows = await db('deployments')
      .where('updated_at', '>', this.seenUntil)
      .whereIn(
        'target_driver',
        drivers.map(({ id }) => id),
      )
      .whereNotNull('entity_ref')
      .orderBy('updated_at')
      .limit(changedATurn)
      .select(
        'entity_ref',
        'environment',
        'target_driver',
        'target_ref',
        'updated_at',
      );
    if (rows.length) this.seenUntil = Number(rows[rows.length - 1].updated_at);
    return rows.map(row => ({
      driver: this.options.drivers.get(row.target_driver)!,
      entityRef: row.entity_ref,
      target: {
        driver: row.target_driver,
        ref: row.target_ref,
        title: row.target_ref,
        environment: row.environment,
      },
    }));
  }

  private async running(): Promise<Watched[]> {
    const { db, drivers } = this.options;
    const rows = await db<RolloutRow>('rollouts')
      .whereNull('finished_at')
      .whereNot({ engine: 'ghostlight' })
      .orderBy('updated_at')
      .limit(changedATurn);
    return rows.flatMap(row => {
      const driver = drivers.get(row.target_driver);
      const { target } = externalDocumentOf(row);
      return driver?.rollouts?.external
        ? [{ driver, target, entityRef: row.entity_ref }]
        : [];
    });
  }
}

function limited(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(patience)]);
}
