import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import type { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { EntityFinder } from '../changes';
import { addSpent } from './addSpent';
import { blameIncidents, type Suffering } from './blameIncidents';
import { blameWatches } from './blameWatches';
import { noteRecoveries } from './noteRecoveries';

export interface SpentKeeperOptions {
  db: Knex;
  leases: Leases;
  auth: AuthService;
  logger: LoggerService;
  slo: Pick<SloService, 'getSpent'>;
  incidents: Pick<IncidentsService, 'listIncidents'>;
  entities: EntityFinder;
  /** Epoch milliseconds. */
  now: () => number;
  /** Where objectives are measured that do not say where. */
  environment: string;
  /** The name that an environment has here, by the one that it has elsewhere. */
  environmentOf?: (name: string) => string;
  /** Share of its budgets that a version may spend before it counts as failed; 0.1 by default. */
  budgetShare?: number;
}

/** Writes what deployments cost, beside what the feed says of them. */
export interface CostContext extends SpentKeeperOptions {
  budgetShare: number;
  /** Entities without objectives, and until when they are not asked about again. */
  unmeasured: Map<string, number>;
}

/**
 * Finds out what deployments cost: the error budget spent while each was active, the incidents that began
 * with it, the watches that failed; and when that was over. One replica at a time does it.
 */
export class SpentKeeper {
  private readonly asleep = new Set<string>();

  private constructor(private readonly context: CostContext) {}

  static create(options: SpentKeeperOptions): SpentKeeper {
    const { budgetShare = 0.1 } = options;
    return new SpentKeeper({ ...options, budgetShare, unmeasured: new Map() });
  }

  /** To be called every minute or two. What another family does not answer is tried again at the next. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const { context } = this;
    await context.leases.withLease(
      'delivery-spent',
      { ttl: 60_000, signal },
      async () => {
        await this.attempt('slo', () => addSpent(context));
        let sufferings: Suffering[] = [];
        await this.attempt('incidents', async () => {
          sufferings = await blameIncidents(context);
        });
        await blameWatches(context, sufferings);
        await noteRecoveries(context);
      },
    );
  }

  /** A family that is not installed is no news. */
  private async attempt(family: string, work: () => Promise<void>) {
    const { logger } = this.context;
    try {
      await work();
      this.asleep.delete(family);
    } catch (error) {
      if (
        isError(error) &&
        (error as { statusCode?: number }).statusCode === 404
      ) {
        if (!this.asleep.has(family))
          logger.info(
            `The ${family} plugin is not there; its part is left out`,
          );
        this.asleep.add(family);
      } else
        logger.warn(
          `Could not ask the ${family} plugin what deployments cost: ${stringifyError(
            error,
          )}`,
        );
    }
  }
}
