import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ModelFailure,
  type ModelFailureReason,
} from '@ghostlight/plugin-incidents-node';
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { UnavailableError, type UnavailableReason } from './Unavailable';

const failuresToOpen = 5;
const restMs = 60_000;
/** A vendor that asks for more is asked again after this. */
const longestWait = 10 * 60_000;

const ofVendor = new Set<ModelFailureReason>([
  'overloaded',
  'timeout',
  'cut-off',
  'unreachable',
  'unexpected',
]);

/**
 * Keeps from asking a vendor that cannot answer: after five failures in a row nothing is asked for a
 * minute, and after a rate limit not before the vendor said.
 */
export class Gate {
  private readonly breaker = circuitBreaker(
    handleWhen(
      error => error instanceof ModelFailure && ofVendor.has(error.reason),
    ),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failuresToOpen) },
  );
  private notBefore = 0;

  private constructor(private readonly now: () => number) {}

  static create(options: { now: () => number; logger: LoggerService }): Gate {
    const gate = new Gate(options.now);
    gate.breaker.onBreak(() =>
      options.logger.warn(
        'The model failed several times in a row and is left alone for a minute',
      ),
    );
    gate.breaker.onReset(() => options.logger.info('The model answers again'));
    return gate;
  }

  /** Why nothing is asked now. */
  get closed(): UnavailableReason | undefined {
    if (this.now() < this.notBefore) return 'rate-limited';
    return this.breaker.state === CircuitState.Open ||
      this.breaker.state === CircuitState.Isolated
      ? 'resting'
      : undefined;
  }

  /** @throws UnavailableError, ModelFailure */
  async pass<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await this.breaker.execute(ask);
    } catch (error) {
      if (error instanceof BrokenCircuitError)
        throw new UnavailableError('resting');
      if (error instanceof ModelFailure && error.reason === 'rate-limited')
        this.notBefore =
          this.now() + Math.min(error.retryAfterMs ?? 0, longestWait);
      throw error;
    }
  }
}
