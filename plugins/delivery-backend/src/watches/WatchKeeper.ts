import { type Lease, runEvery, say } from '@ghostlight/reliability-node';
import { Turns } from '../analysis/Turns';
import { listOf } from '../changes/database/sql';
import { beginWatches } from './beginWatches';
import { evaluateWatch, type Evaluated } from './evaluateWatch';
import { describeWatch } from './readWatches';
import type { WatchContext } from './WatchContext';
import { reportOf, type WatchRow } from './WatchRow';
import { adviceOnWishes, unreadRules, wishesOf } from './wishesOf';

/** Milliseconds between two looks for what is due. */
const turnMs = 5_000;
/** Watches looked at in one turn, and at once. */
const aTurn = 500;
const atOnce = 32;
/** Times that somebody is told of a failed watch, a minute apart, until he listens. */
const mostTellings = 10;
const tellAgainMs = 60_000;
/** How long a watch waits for the catalog after its end. */
const graceMs = 10 * 60_000;

/**
 * Keeps an eye on each deployment for its first hour. Whoever holds the lease begins watches from the
 * feed and looks at those that are due; all that a watch knows is in its row, so that another replica
 * goes on where this one died.
 */
export class WatchKeeper {
  private constructor(private readonly context: WatchContext) {}

  static create(context: WatchContext): WatchKeeper {
    return new WatchKeeper(context);
  }

  /** Runs on one replica until the signal aborts. */
  start(signal: AbortSignal): void {
    const { leases, logger, settings } = this.context;
    if (!settings.enabled) return;
    void runEvery({
      name: 'delivery-watches',
      leases,
      logger,
      interval: Math.min(turnMs, settings.interval / 2),
      signal,
      turn: (lease, held) => this.turn(lease, held),
    });
  }

  /** Begins and looks once. */
  async turn(lease: Lease, signal: AbortSignal): Promise<void> {
    let more = true;
    while (more && !signal.aborted) {
      const begun = await beginWatches(this.context, lease);
      if (begun.entityRefs.length) this.context.changed?.(begun.entityRefs);
      ({ more } = begun);
    }
    const due = await this.readDue();
    const superseded = await this.readSuperseded(due);
    const turns = Turns.create(atOnce);
    const results = await Promise.allSettled(
      due.map(row =>
        turns.take(async () => {
          signal.throwIfAborted();
          if (row.state === 'failed') await this.tell(row, lease);
          else await this.look(row, superseded.get(row.id), lease, signal);
        }),
      ),
    );
    for (const result of results) {
      if (result.status === 'rejected' && !signal.aborted)
        this.context.logger.warn('A watch was not looked at', result.reason);
    }
  }

  private async readDue(): Promise<WatchRow[]> {
    const { db, now } = this.context;
    return db<WatchRow>('watches')
      .where('next_at', '<=', now())
      .orderBy('next_at')
      .limit(aTurn);
  }

  /** What came after the deployments that are watched. */
  private async readSuperseded(
    due: WatchRow[],
  ): Promise<Map<string, { rolledBack: boolean }>> {
    const { db } = this.context;
    if (!due.length) return new Map();
    const ids = due.map(row => row.deployment_id);
    const rows: { id: string; rolled_back_by: string | null }[] = await db(
      'deployments',
    )
      .whereRaw(`id in ${listOf(db)}`, [JSON.stringify(ids)])
      .whereNotNull('active_until')
      .select('id', 'rolled_back_by');
    const over = new Map(
      rows.map(row => [row.id, row.rolled_back_by !== null]),
    );
    return new Map(
      due.flatMap(row => {
        const rolledBack = over.get(row.deployment_id);
        return rolledBack === undefined
          ? []
          : [[row.id, { rolledBack }] as const];
      }),
    );
  }

  private async look(
    row: WatchRow,
    superseded: { rolledBack: boolean } | undefined,
    lease: Lease,
    signal: AbortSignal,
  ): Promise<void> {
    const { now, settings } = this.context;
    if (superseded) {
      const said = superseded.rolledBack
        ? say('watch.superseded.rollback', 'It was rolled back meanwhile.')
        : say('watch.superseded', 'A newer deployment took its place.');
      await this.write(row, lease, {
        state: 'cancelled',
        finished_at: now(),
        next_at: null,
        report: JSON.stringify({ ...reportOf(row), said }),
      });
      return;
    }
    const known = this.withWishes(row);
    if (!known) {
      // The catalog may not have been read since the plugin began.
      const late = now() > Number(row.ends_at) + graceMs;
      if (!late) {
        await this.write(row, lease, { next_at: now() + settings.interval });
        return;
      }
    }
    const evaluated = await evaluateWatch(this.context, known ?? row, signal);
    const { state, rules } = evaluated;
    const report = keepAdvice(known ?? row, evaluated);
    const isOver = state !== 'watching';
    // Missed minutes are not made up for one by one: one look reads them all.
    const nextAt = Math.max(Number(row.next_at), now() - settings.interval / 2);
    const written = await this.write(row, lease, {
      state,
      rules: JSON.stringify(rules),
      report: JSON.stringify(report),
      automatic: (known ?? row).automatic,
      ...(isOver && { finished_at: now() }),
      // A failed one is told of as the next thing, also when this process dies here.
      next_at: nextOf(state, now(), nextAt + settings.interval),
    });
    if (!written || state !== 'failed') return;
    await this.tell({ ...row, ...written }, lease);
  }

  /** With what the annotations say, once the entity is known; undefined while it is not. */
  private withWishes(row: WatchRow): WatchRow | undefined {
    const { entityOf, settings } = this.context;
    const entity = entityOf(row.entity_ref);
    if (!entity) return undefined;
    const { unread, ...report } = reportOf(row);
    if (!unread) return row;
    const wishes = wishesOf(entity, settings);
    return {
      ...row,
      automatic: wishes.automatic,
      rules: JSON.stringify(unreadRules(wishes.rules)),
      report: JSON.stringify({
        ...report,
        recommendations: adviceOnWishes(wishes),
        withoutObjectives: !wishes.objectives,
      }),
    };
  }

  private async tell(row: WatchRow, lease: Lease): Promise<void> {
    const { now, logger, onFailed } = this.context;
    const report = reportOf(row);
    const tellings = (report.tellings ?? 0) + 1;
    try {
      const watch = describeWatch(row, { points: true });
      const { planId, rollbackId } = (await onFailed(watch)) ?? {};
      await this.write(row, lease, {
        next_at: null,
        plan_id: planId ?? null,
        rollback_id: rollbackId ?? null,
      });
    } catch (error) {
      logger.warn(`Nobody could be told of watch ${row.id}`, error as Error);
      await this.write(row, lease, {
        next_at: tellings < mostTellings ? now() + tellAgainMs : null,
        report: JSON.stringify({
          ...report,
          tellings,
          recommendations: [
            ...report.recommendations.filter(
              ({ code }) => code !== 'watch.advice.notFollowed',
            ),
            say(
              'watch.advice.notFollowed',
              `The rollback could not be prepared: ${(error as Error).message}`,
              { why: (error as Error).message },
            ),
          ],
        }),
      });
    }
  }

  /** Unless it is not held any more, or somebody ended the watch meanwhile. */
  private async write(
    row: WatchRow,
    lease: Lease,
    columns: Partial<WatchRow>,
  ): Promise<Partial<WatchRow> | undefined> {
    const { db, changed } = this.context;
    const written = await db.transaction(async trx => {
      await lease.assert(trx);
      const found: number = await trx<WatchRow>('watches')
        .where({ id: row.id, state: row.state })
        .update(columns);
      return found > 0;
    });
    if (written) changed?.([row.entity_ref]);
    return written ? columns : undefined;
  }
}

function nextOf(
  state: Evaluated['state'],
  now: number,
  next: number,
): number | null {
  if (state === 'watching') return next;
  return state === 'failed' ? now : null;
}

/** What was found wrong with the annotations at the beginning stays. */
function keepAdvice(row: WatchRow, { report }: Evaluated): Evaluated['report'] {
  const kept = reportOf(row).recommendations.filter(
    ({ code }) => code === 'watch.advice.annotation',
  );
  return { ...report, recommendations: [...report.recommendations, ...kept] };
}
