import type { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lease } from './Lease';
import { LeaseLostError } from './LeaseLostError';

/** @public */
export type LeasedWork<T> = (lease: Lease, signal: AbortSignal) => Promise<T>;

/** @public */
export type LeasedWorkOutcome<T> =
  | { outcome: 'done'; value: T }
  | { outcome: 'taken' };

export async function withLease<T>(
  lease: Lease,
  outer: AbortSignal | undefined,
  logger: LoggerService,
  work: LeasedWork<T>,
): Promise<LeasedWorkOutcome<T>> {
  const lost = new AbortController();
  const done = new AbortController();
  const signal = outer ? AbortSignal.any([outer, lost.signal]) : lost.signal;
  const renewals = renewUntil(lease, done.signal, logger).catch(error =>
    lost.abort(error),
  );
  try {
    return { outcome: 'done', value: await work(lease, signal) };
  } finally {
    done.abort();
    await renewals;
    await lease
      .release()
      .catch(error => logger.warn(`Lease '${lease.name}' not released`, error));
  }
}

async function renewUntil(
  lease: Lease,
  done: AbortSignal,
  logger: LoggerService,
): Promise<void> {
  while (!done.aborted) {
    await sleep(lease.ttl / 3, undefined, { signal: done, ref: false }).catch(
      () => undefined,
    );
    if (done.aborted) return;
    try {
      await lease.renew();
    } catch (error) {
      if (error instanceof LeaseLostError) throw error;
      // The database may be back before the time is up.
      if (lease.remaining() === 0) throw error;
      logger.warn(`Lease '${lease.name}' not renewed yet`, error as Error);
    }
  }
}
