import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** How a rollback's success is judged by what its users see. */
export interface VerificationConfig {
  /** Milliseconds after the roll-out within which it must be well again. */
  window: number;
  /** Milliseconds between two looks. */
  interval: number;
  /** Good looks in a row that make a recovery. */
  looks: number;
  /** Share of requests that may fail. */
  errorRate: number;
  /** Seconds. */
  latencyP95: number;
  /** Requests in a look below which it says nothing. */
  leastRequests: number;
}

/** `delivery.rollback.verification`; 5 min, every 10 s, three good looks, 5 % errors, 5 s. */
export function readVerificationConfig(
  section: Config | undefined,
): VerificationConfig {
  const config = section?.getOptionalConfig('rollback.verification');
  const duration = (key: string, fallback: number) =>
    config?.has(key)
      ? durationToMilliseconds(readDurationFromConfig(config, { key }))
      : fallback;
  const read = {
    window: duration('window', 5 * 60_000),
    interval: duration('interval', 10_000),
    looks: config?.getOptionalNumber('looks') ?? 3,
    errorRate: config?.getOptionalNumber('errorRate') ?? 0.05,
    latencyP95: config?.getOptionalNumber('latencyP95') ?? 5,
    leastRequests: config?.getOptionalNumber('leastRequests') ?? 20,
  };
  if (read.interval < 1000)
    throw new InputError(
      'delivery.rollback.verification.interval: must be at least a second',
    );
  if (read.window < read.interval * read.looks)
    throw new InputError(
      `delivery.rollback.verification.window: must have room for ${read.looks} looks`,
    );
  return read;
}
