import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/**
 * What the configuration of every vendor's instance has.
 *
 * @public
 */
export interface VendorInstance {
  name: string;
  /** Without a slash at the end. */
  baseUrl: string;
  /** Milliseconds for one request. */
  timeoutMs: number;
  /** Milliseconds after which an answer is asked for again. */
  refreshMs: number;
}

/**
 * Reads `name`, `baseUrl`, `timeout` (10 seconds by default) and `refresh` (5 minutes by default,
 * at least 30 seconds).
 *
 * @param key - of the entry, for messages: `incidents.oncall.pagerduty[0]`
 * @throws InputError that names the key
 * @public
 */
export function readVendorInstance(
  config: Config,
  options: { key: string; name: string; baseUrl?: string },
): VendorInstance {
  const { key } = options;
  return {
    name: config.getOptionalString('name') ?? options.name,
    baseUrl: readUrl(config, key, options.baseUrl),
    timeoutMs: readTime(config, key, 'timeout', 10_000, 100),
    refreshMs: readTime(config, key, 'refresh', 5 * 60_000, 30_000),
  };
}

function readUrl(config: Config, key: string, fallback?: string): string {
  const text =
    fallback === undefined
      ? config.getString('baseUrl')
      : config.getOptionalString('baseUrl') ?? fallback;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InputError(`${key}.baseUrl: must be http:// or https://`);
  if (url.username || url.password || url.search || url.hash)
    throw new InputError(
      `${key}.baseUrl: may have no credentials, query or fragment`,
    );
  return url.href.replace(/\/+$/, '');
}

function readTime(
  config: Config,
  key: string,
  name: string,
  fallback: number,
  least: number,
): number {
  if (!config.has(name)) return fallback;
  const time = durationToMilliseconds(
    readDurationFromConfig(config, { key: name }),
  );
  if (time < least)
    throw new InputError(
      `${key}.${name}: must be at least ${least / 1000} seconds`,
    );
  return time;
}
