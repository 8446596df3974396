import type { EventsService } from '@backstage/plugin-events-node';
import { isMissing, runEvery, type Leases } from '@ghostlight/reliability-node';
import { advanceAttempt } from './advanceAttempt';
import { considerIncident } from './considerIncident';
import type { RemediationContext } from './RemediationContext';

/** Event of the incidents family; only a hint. */
const incidentsTopic = 'ghostlight.incidents.changed';
/** Milliseconds between two looks for what is due, at most. */
const lookEvery = 2_000;
const page = 100;
const mostPages = 20;
const dueAtOnce = 50;
const mostHints = 1_000;
const open = ['investigating', 'identified', 'monitoring'] as const;

interface Followed {
  incident_id: string;
  version: number;
  policies: string;
}

/**
 * Follows open incidents and what is due, on one replica at a time: has policies propose, approvals run
 * out and ladders go on. What a hint does not tell, a look at all open incidents finds.
 */
export class RemediationKeeper {
  private readonly hinted = new Set<string>();
  private sweptAt = 0;

  private constructor(
    private readonly context: RemediationContext,
    private readonly leases: Leases,
    private readonly events: EventsService,
    /** Milliseconds between two looks at all open incidents. */
    private readonly sweepEvery: number,
  ) {}

  static create(
    context: RemediationContext,
    options: { leases: Leases; events: EventsService; sweepEvery: number },
  ): RemediationKeeper {
    const { leases, events, sweepEvery } = options;
    return new RemediationKeeper(context, leases, events, sweepEvery);
  }

  async start(signal: AbortSignal): Promise<void> {
    await this.events.subscribe({
      id: 'runbooks-remediation',
      topics: [incidentsTopic],
      onEvent: async ({ eventPayload }) => {
        const { incidentId } = (eventPayload ?? {}) as { incidentId?: unknown };
        if (typeof incidentId !== 'string') return;
        // Whoever does not hold the lease only gathers; a look at all of them makes up for it.
        if (this.hinted.size >= mostHints) this.hinted.clear();
        this.hinted.add(incidentId);
      },
    });
    const { logger } = this.context;
    void runEvery({
      name: 'runbooks-remediation',
      leases: this.leases,
      logger,
      interval: Math.min(lookEvery, this.sweepEvery),
      signal,
      turn: (_lease, held) => this.look(held),
    });
  }

  /** One look, whoever holds the lease. */
  async look(signal: AbortSignal): Promise<void> {
    const { now } = this.context;
    if (now() - this.sweptAt >= this.sweepEvery) {
      await this.sweep(signal);
      this.sweptAt = now();
    }
    for (const id of [...this.hinted]) {
      signal.throwIfAborted();
      this.hinted.delete(id);
      await this.consider(id);
    }
    await this.advance(signal);
  }

  private async sweep(signal: AbortSignal): Promise<void> {
    const { auth, incidents, db, logger } = this.context;
    const followed: Followed[] = await db<Followed>('followed').limit(
      page * mostPages,
    );
    const policies = await this.policiesNow();
    const known = new Map(
      followed.map(row => [row.incident_id, `${row.version} ${row.policies}`]),
    );
    const seen = new Set<string>();
    let cursor: string | undefined;
    try {
      for (let n = 0; n < mostPages; n++) {
        signal.throwIfAborted();
        const credentials = await auth.getOwnServiceCredentials();
        const { items, nextCursor } = await incidents.listIncidents(
          { status: [...open], limit: page, cursor },
          { credentials },
        );
        for (const { id, version } of items) {
          seen.add(id);
          if (known.get(id) === `${version} ${policies}`) continue;
          const isUnmet = await this.consider(id);
          await db('followed')
            .insert({
              incident_id: id,
              // No incident has that version: it is asked again with the next look.
              version: isUnmet ? -1 : version,
              policies,
              at: this.context.now(),
            })
            .onConflict('incident_id')
            .merge();
        }
        cursor = nextCursor;
        if (!cursor) break;
      }
    } catch (error) {
      if (isMissing(error)) return;
      logger.warn('Open incidents could not be looked at', error as Error);
      return;
    }
    const over = [...known.keys()].filter(id => !seen.has(id));
    for (let at = 0; at < over.length; at += page)
      await db('followed')
        .whereIn('incident_id', over.slice(at, at + page))
        .delete();
  }

  /** Which policies there are: an incident that was looked at with others is looked at again. */
  private async policiesNow(): Promise<string> {
    const [{ n, last }] = await this.context
      .db('documents')
      .where({ kind: 'policy' })
      .count({ n: '*' })
      .max({ last: 'updated_at' });
    return `${n}/${last ?? 0}`;
  }

  /** Whether it has to be asked again. */
  private async consider(id: string): Promise<boolean> {
    try {
      return await considerIncident(this.context, id);
    } catch (error) {
      if (isMissing(error)) return false;
      this.context.logger.warn(`${id} could not be considered`, error as Error);
      return true;
    }
  }

  private async advance(signal: AbortSignal): Promise<void> {
    const { db, now, logger } = this.context;
    const due: string[] = await db('attempts')
      .where('due_at', '<=', now())
      .orderBy('due_at')
      .limit(dueAtOnce)
      .pluck('id');
    for (const id of due) {
      signal.throwIfAborted();
      try {
        await advanceAttempt(this.context, id);
      } catch (error) {
        logger.warn(`${id} could not be taken further`, error as Error);
        // Others are not held up, and it is tried again a little later.
        await db('attempts')
          .where({ id })
          .where('due_at', '<=', now())
          .update({ due_at: now() + 15_000 });
      }
    }
  }
}
