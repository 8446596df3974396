import type {
  NotificationChannel,
  NotificationFailure,
  NotificationMessage,
  NotificationOutcome,
} from '@ghostlight/plugin-incidents-node';
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhenResult,
  type CircuitBreakerPolicy,
} from 'cockatiel';

const failuresUntilItRests = 5;
const restsFor = 30_000;
const timeout = 20_000;
const downReasons = new Set<NotificationFailure['reason']>([
  'timeout',
  'unreachable',
  'http-5xx',
]);

/** A channel behind a circuit breaker and a time-out: while its receiver is away, nobody waits for it. */
export class Receiver {
  private restedUntil = 0;
  private readonly breaker: CircuitBreakerPolicy;

  private constructor(
    readonly channel: NotificationChannel,
    private readonly now: () => number,
  ) {
    this.breaker = circuitBreaker(
      handleWhenResult(result => isDown(result as NotificationOutcome)),
      {
        breaker: new ConsecutiveBreaker(failuresUntilItRests),
        halfOpenAfter: restsFor,
      },
    );
    this.breaker.onBreak(() => {
      this.restedUntil = this.now() + restsFor;
    });
    this.breaker.onReset(() => {
      this.restedUntil = 0;
    });
  }

  static create(options: {
    channel: NotificationChannel;
    now: () => number;
  }): Receiver {
    return new Receiver(options.channel, options.now);
  }

  /** Milliseconds until it is worth to come again. */
  restFor(): number {
    return Math.max(0, this.restedUntil - this.now());
  }

  rest(forMs: number): void {
    this.restedUntil = Math.max(this.restedUntil, this.now() + forMs);
  }

  /** @returns undefined when it rests, and nothing was tried */
  async send(
    message: NotificationMessage,
    signal: AbortSignal,
  ): Promise<NotificationOutcome | undefined> {
    try {
      return await this.breaker.execute(() => this.attempt(message, signal));
    } catch (error) {
      if (error instanceof BrokenCircuitError) return undefined;
      throw error;
    }
  }

  private async attempt(
    message: NotificationMessage,
    outer: AbortSignal,
  ): Promise<NotificationOutcome> {
    const signal = AbortSignal.any([outer, AbortSignal.timeout(timeout)]);
    const late = new Promise<NotificationOutcome>(resolve => {
      signal.addEventListener('abort', () =>
        resolve(failed('timeout', 'No answer in time')),
      );
    });
    const answer = this.channel
      .send(message, { signal })
      .catch(error =>
        failed(
          'unreachable',
          error instanceof Error ? error.message : 'failed',
        ),
      );
    return Promise.race([answer, late]);
  }
}

function failed(
  reason: NotificationFailure['reason'],
  message: string,
): NotificationOutcome {
  return { outcome: 'failed', failure: { reason, message, retry: true } };
}

function isDown(result: NotificationOutcome): boolean {
  return result.outcome === 'failed' && downReasons.has(result.failure.reason);
}
