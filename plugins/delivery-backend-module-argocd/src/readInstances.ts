import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const root = 'delivery.argocd.instances';

/** When what an application deploys is in an environment: all that is given must fit. */
export interface EnvironmentRule {
  environment: string;
  /** Name or address of the destination cluster; `*` stands for any text, here and below. */
  destination?: string;
  /** Namespace at the destination. */
  namespace?: string;
  project?: string;
  labels: Record<string, string>;
}

/** One Argo CD and how to get in, defaults filled in. */
export interface InstanceConfig {
  name: string;
  /** Without a slash at the end. */
  url: string;
  token: string;
  /** Of applications that no rule fits and that say nothing themselves. */
  environment: string;
  environmentOf: EnvironmentRule[];
  /** Namespaces of Application resources; all when undefined. */
  namespaces?: string[];
  timeoutMs: number;
  /** Between two looks at the list, while there is no stream. */
  pollMs: number;
}

/** @throws InputError that names the key */
export function readInstances(config: RootConfigService): InstanceConfig[] {
  const entries = config.getOptionalConfigArray(root) ?? [];
  const instances = entries.map((entry, index) =>
    readInstance(entry, `${root}[${index}]`),
  );
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new InputError(`${root}: ${twice} is there twice`);
  return instances;
}

function readInstance(entry: Config, key: string): InstanceConfig {
  const name = entry.getString('name');
  if (!/^[a-z0-9][a-z0-9.-]{0,62}$/i.test(name))
    throw new InputError(
      `${key}.name: letters, digits, dots and hyphens, at most 63 of them`,
    );
  return {
    name,
    url: readUrl(entry.getString('url'), key),
    token: entry.getString('token').trim(),
    environment: entry.getOptionalString('environment') ?? 'production',
    environmentOf: (entry.getOptionalConfigArray('environmentOf') ?? []).map(
      readRule,
    ),
    namespaces: entry.getOptionalStringArray('namespaces'),
    timeoutMs: readSpan(entry, key, 'timeout', { usual: 10, least: 1 }),
    pollMs: readSpan(entry, key, 'pollInterval', { usual: 30, least: 5 }),
  };
}

function readRule(entry: Config): EnvironmentRule {
  return {
    environment: entry.getString('environment'),
    destination: entry.getOptionalString('destination'),
    namespace: entry.getOptionalString('namespace'),
    project: entry.getOptionalString('project'),
    // Names of labels have dots, which keys of the configuration cannot be asked for one by one.
    labels: entry.getOptional<Record<string, string>>('labels') ?? {},
  };
}

function readUrl(text: string, key: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const loopback =
    url && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (!url || !(url.protocol === 'https:' || url.protocol === 'http:'))
    throw new InputError(`${key}.url: not an address: ${text}`);
  if (url.protocol === 'http:' && !loopback)
    throw new InputError(
      `${key}.url: use https; plain http would show the token to whoever listens`,
    );
  if (url.username || url.password || url.search || url.hash)
    throw new InputError(
      `${key}.url: may have no credentials, query or fragment`,
    );
  return url.href.replace(/\/+$/, '');
}

function readSpan(
  entry: Config,
  key: string,
  name: string,
  { usual, least }: { usual: number; least: number },
): number {
  if (!entry.has(name)) return usual * 1000;
  const ms = durationToMilliseconds(
    readDurationFromConfig(entry, { key: name }),
  );
  if (ms < least * 1000 || ms > 3_600_000)
    throw new InputError(
      `${key}.${name}: between ${least} seconds and an hour`,
    );
  return ms;
}
