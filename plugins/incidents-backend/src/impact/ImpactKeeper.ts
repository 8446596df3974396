import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import type { SloService } from '@ghostlight/plugin-slo-node';
import type { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { isoOf } from '../service/times';
import { readDue, type DueIncident } from './readDue';
import { whyUnavailable } from './whyUnavailable';
import { writeImpact } from './writeImpact';

type Impact = IncidentDetail['impact'];

const batchSize = 50;
/** Requests to the slo family at a time. */
const lanes = 4;
/** The longest span that is asked about, in milliseconds: longer ones have no budget left to count. */
const longest = 89 * 86_400_000;

/**
 * Counts what incidents cost: the error budget that objectives of the affected entities spent since
 * it began, as the SLO family's ledger has it. Open ones now and then, and once more when they are
 * over. One replica at a time does it.
 */
export class ImpactKeeper {
  private constructor(
    private readonly options: {
      auth: AuthService;
      db: Knex;
      leases: Pick<Leases, 'withLease'>;
      logger: LoggerService;
      now: () => number;
      slo: Pick<SloService, 'getSpent'>;
    },
  ) {}

  static create(options: {
    auth: AuthService;
    db: Knex;
    leases: Pick<Leases, 'withLease'>;
    logger: LoggerService;
    /** Epoch milliseconds. */
    now: () => number;
    slo: Pick<SloService, 'getSpent'>;
  }): ImpactKeeper {
    return new ImpactKeeper(options);
  }

  /** Counts all that is due, a batch at a time. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const { db, leases, now } = this.options;
    await leases.withLease(
      'incidents-impact',
      { ttl: 30_000, signal },
      async (lease, held) => {
        for (;;) {
          const due = await readDue(db, now(), batchSize);
          if (!due.length || held.aborted) return;
          const counted = await this.countAll(due);
          await db.transaction(async trx => {
            await lease.assert(trx);
            await writeImpact(trx, counted, now());
          });
        }
      },
    );
  }

  private async countAll(due: DueIncident[]) {
    const counted: { incident: DueIncident; impact: Impact }[] = [];
    const waiting = [...due];
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        counted.push({ incident: next, impact: await this.count(next) });
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return counted;
  }

  private async count(incident: DueIncident): Promise<Impact> {
    const { auth, logger, now, slo } = this.options;
    const to = Math.min(incident.resolvedAt ?? now(), now());
    const asOf = isoOf(to);
    const { entityRefs, before } = incident;
    if (!entityRefs.length) return { asOf, objectives: [] };
    try {
      const from = Math.max(incident.startedAt, to - longest);
      const spent = await slo.getSpent(
        {
          entityRefs,
          from: Math.floor(from / 1000),
          // A span that has just begun has no minute in it.
          to: Math.max(Math.floor(to / 1000), Math.floor(from / 1000) + 60),
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      return {
        asOf,
        objectives: spent.flatMap(each =>
          each.spentMinutes === null
            ? []
            : {
                ref: each.ref,
                title: each.title,
                entityRef: each.entityRef,
                budgetMinutes: round(each.spentMinutes),
                ofMinutes: each.budgetMinutes,
              },
        ),
      };
    } catch (error) {
      logger.debug(`No cost of incidents: ${stringifyError(error)}`);
      return {
        asOf: before?.asOf ?? asOf,
        ...whyUnavailable(error),
        objectives: before?.objectives ?? [],
      };
    }
  }
}

function round(minutes: number): number {
  return Number(minutes.toFixed(4));
}
