import type { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lease } from './Lease';
import type { Leases } from './Leases';

/**
 * Does something again and again on one replica at a time, until the signal aborts. What fails is tried
 * again at the next turn; another replica takes over when the holder of the lease dies.
 *
 * @public
 */
export async function runEvery(options: {
  name: string;
  leases: Leases;
  logger: LoggerService;
  /** Milliseconds between two turns, and of the lease. */
  interval: number;
  ttl?: number;
  signal: AbortSignal;
  turn: (lease: Lease, signal: AbortSignal) => Promise<void>;
}): Promise<void> {
  const {
    name,
    leases,
    logger,
    interval,
    ttl = 30_000,
    signal,
    turn,
  } = options;
  const wait = (until: AbortSignal) =>
    sleep(interval, undefined, { signal: until, ref: false }).catch(
      () => undefined,
    );
  while (!signal.aborted) {
    try {
      await leases.withLease(name, { ttl, signal }, async (lease, held) => {
        while (!held.aborted) {
          await turn(lease, held).catch(error => {
            if (!held.aborted) logger.warn(`${name} failed`, error as Error);
          });
          if (!held.aborted) await wait(held);
        }
      });
    } catch (error) {
      if (!signal.aborted) logger.warn(`${name} failed`, error as Error);
    }
    if (!signal.aborted) await wait(signal);
  }
}
