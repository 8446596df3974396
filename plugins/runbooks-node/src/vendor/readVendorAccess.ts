import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/**
 * Where a vendor is, and how long it is waited for.
 *
 * @public
 */
export interface VendorAccess {
  name: string;
  /** Without a slash at the end. */
  url: string;
  /** Milliseconds for one request. */
  timeoutMs: number;
}

/**
 * Reads `name`, `url` and `timeout` (10 seconds by default) of an entry.
 *
 * @param key - of the entry, for messages: `runbooks.rundeck[0]`
 * @throws InputError that names the key
 * @public
 */
export function readVendorAccess(config: Config, key: string): VendorAccess {
  const name = config.getString('name');
  if (!/^[a-z0-9][a-z0-9._-]{0,62}$/i.test(name))
    throw new InputError(
      `${key}.name: letters, digits, dots, hyphens and underscores, at most 63 of them`,
    );
  return {
    name,
    url: readUrl(config.getString('url'), `${key}.url`),
    timeoutMs: readMilliseconds(config, key, 'timeout', 10_000),
  };
}

/**
 * A duration between 0.1 seconds and a day, in milliseconds.
 *
 * @throws InputError that names the key
 * @public
 */
export function readMilliseconds(
  config: Config,
  key: string,
  name: string,
  usual: number,
): number {
  if (!config.has(name)) return usual;
  const ms = durationToMilliseconds(
    readDurationFromConfig(config, { key: name }),
  );
  if (!(ms >= 100 && ms <= 24 * 3_600_000))
    throw new InputError(`${key}.${name}: between 0.1 seconds and a day`);
  return ms;
}

function readUrl(text: string, key: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InputError(`${key}: not an address: ${text}`);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol === 'http:' && !loopback)
    throw new InputError(
      `${key}: use https; plain http would show the token to whoever listens`,
    );
  if (url.username || url.password || url.search || url.hash)
    throw new InputError(`${key}: may have no credentials, query or fragment`);
  return url.href.replace(/\/+$/, '');
}

/**
 * Entries of a list in the configuration, each with its own name.
 *
 * @throws InputError that names the key
 * @public
 */
export function readNamed<T extends { name: string }>(
  config: Config | undefined,
  key: string,
  read: (entry: Config, key: string) => T,
): T[] {
  const short = key.split('.').at(-1)!;
  const entries = (config?.getOptionalConfigArray(short) ?? []).map(
    (entry, index) => read(entry, `${key}[${index}]`),
  );
  const names = entries.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new InputError(`${key}: ${twice} is there twice`);
  return entries;
}
