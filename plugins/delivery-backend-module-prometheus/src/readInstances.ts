import { readDurationFromConfig } from '@backstage/config';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  checkTemplate,
  defaultTemplates,
  templateNames,
  type TemplateName,
} from './queries/templates';

type Config = ReturnType<RootConfigService['getConfig']>;

/** One configured Prometheus, defaults filled in. */
export interface PrometheusInstance {
  name: string;
  /** Without a slash at the end. */
  url: string;
  headers: Record<string, string>;
  timeoutMs: number;
  maxResponseBytes: number;
  /** Over which rates are taken. */
  windowSeconds: number;
  /** Environments that it knows of; all when empty. */
  environments: string[];
  serviceLabel: string;
  /** Label with the environment, where one Prometheus has several. */
  environmentLabel?: string;
  /** What labels that tell the version are called here, by what the driver calls them. */
  versionLabels: Record<string, string>;
  /** Those of them that container metrics have, too. */
  workloadLabels: string[];
  templates: Partial<Record<TemplateName, string>>;
}

const label = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** @throws InputError that names the key */
export function readInstances(root: RootConfigService): PrometheusInstance[] {
  const entries = root.getOptionalConfigArray('delivery.prometheus') ?? [];
  const instances = entries.map(readInstance);
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, n) => names.indexOf(name) < n);
  if (twice)
    throw new InputError(`delivery.prometheus: two entries are named ${twice}`);
  return instances;
}

function readInstance(config: Config): PrometheusInstance {
  const environmentLabel = config.has('environmentLabel')
    ? readLabel(config, 'environmentLabel', '')
    : undefined;
  return {
    name: config.getOptionalString('name') ?? 'default',
    url: readUrl(config),
    headers: readHeaders(config),
    timeoutMs: readSpan(config, 'timeout', 10) * 1_000,
    maxResponseBytes: readBytes(config),
    windowSeconds: Math.ceil(readSpan(config, 'window', 60)),
    environments: config.getOptionalStringArray('environments') ?? [],
    serviceLabel: readLabel(config, 'serviceLabel', 'service'),
    ...(environmentLabel && { environmentLabel }),
    versionLabels: readVersionLabels(config.getOptionalConfig('versionLabels')),
    workloadLabels: config.getOptionalStringArray('workloadLabels') ?? [],
    templates: readTemplates(config.getOptionalConfig('queries')),
  };
}

function readTemplates(
  config: Config | undefined,
): PrometheusInstance['templates'] {
  const templates: PrometheusInstance['templates'] = { ...defaultTemplates };
  for (const key of config?.keys() ?? []) {
    const name = templateNames.find(known => known === key);
    if (!name)
      throw new InputError(
        `delivery.prometheus: queries.${key} is not known; there are ${templateNames.join(
          ', ',
        )}`,
      );
    const text = config!.getOptional(name);
    if (text === false) {
      delete templates[name];
      continue;
    }
    const template = config!.getString(name);
    try {
      checkTemplate(template);
    } catch (error) {
      throw new InputError(
        `delivery.prometheus: queries.${name}: ${(error as Error).message}`,
      );
    }
    templates[name] = template;
  }
  return templates;
}

function readVersionLabels(config: Config | undefined): Record<string, string> {
  // Names of labels may have dots, which keys of the configuration cannot be asked for one by one.
  const labels = config?.get<Record<string, unknown>>() ?? {};
  return Object.fromEntries(
    Object.entries(labels).map(([name, value]) => {
      if (typeof value !== 'string' || !label.test(value))
        throw new InputError(
          `delivery.prometheus: versionLabels.${name} is no name of a label`,
        );
      return [name, value];
    }),
  );
}

function readLabel(config: Config, key: string, fallback: string): string {
  const name = config.getOptionalString(key) ?? fallback;
  if (!label.test(name))
    throw new InputError(
      `delivery.prometheus: ${key} is no name of a label: ${name}`,
    );
  return name;
}

function readSpan(config: Config, key: string, fallback: number): number {
  if (!config.has(key)) return fallback;
  const duration = readDurationFromConfig(config, { key });
  const seconds = durationToMilliseconds(duration) / 1000;
  if (seconds < 1 || seconds > 86_400)
    throw new InputError(`delivery.prometheus: ${key} is a second to a day`);
  return seconds;
}

function readBytes(config: Config): number {
  const bytes = config.getOptionalNumber('maxResponseBytes') ?? 8 * 1024 * 1024;
  if (!Number.isInteger(bytes) || bytes < 1024)
    throw new InputError(
      'delivery.prometheus: maxResponseBytes is a whole number from 1024',
    );
  return bytes;
}

function readUrl(config: Config): string {
  const text = config.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InputError(
      'delivery.prometheus: url must be http:// or https://',
    );
  if (url.username || url.password || url.search || url.hash)
    throw new InputError(
      'delivery.prometheus: url may have no credentials, query or fragment; use auth',
    );
  return url.href.replace(/\/+$/, '');
}

function readHeaders(config: Config): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  const extra = config.getOptionalConfig('headers');
  for (const name of extra?.keys() ?? [])
    headers[name] = extra!.getString(name);
  const tenant = config.getOptionalString('tenant');
  if (tenant) headers['X-Scope-OrgID'] = tenant;
  const auth = config.getOptionalConfig('auth');
  switch (auth?.getString('type')) {
    case undefined:
      break;
    case 'bearer':
      headers.Authorization = `Bearer ${auth!.getString('token')}`;
      break;
    case 'basic': {
      const pair = `${auth!.getString('username')}:${auth!.getString(
        'password',
      )}`;
      headers.Authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
      break;
    }
    case 'header':
      headers[auth!.getString('name')] = auth!.getString('value');
      break;
    default:
      throw new InputError(
        'delivery.prometheus: auth.type must be bearer, basic or header',
      );
  }
  return headers;
}
