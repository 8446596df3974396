import { readDurationFromConfig } from '@backstage/config';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

type Config = ReturnType<RootConfigService['getConfig']>;

/** Which metrics hold the golden signals and the resources. */
export interface SignalProfile {
  histogram: string;
  saturation: string;
  cpu: string;
  memory: string;
  connections: string;
  queue: string;
  serviceLabel: string;
  endpointLabel: string;
  codeLabel: string;
  errorCodes: string;
  windowSeconds: number;
  endpoints: number;
}

/** One configured Prometheus, defaults filled in. */
export interface PrometheusInstance {
  name: string;
  /** Without a slash at the end. */
  url: string;
  headers: Record<string, string>;
  timeoutMs: number;
  maxResponseBytes: number;
  concurrency: number;
  /** Over which increases are taken: four scrapes, at least a minute. */
  windowSeconds: number;
  signals?: SignalProfile;
  /** What labels that tell versions are called here, by their name on the workload. */
  versionLabels: Record<string, string>;
}

function seconds(config: Config, key: string, fallback: number): number {
  if (!config.has(key)) return fallback;
  const duration = readDurationFromConfig(config, { key });
  const value = durationToMilliseconds(duration) / 1000;
  if (value <= 0)
    throw new InputError(`slo.prometheus: ${key} must be above zero`);
  return value;
}

function integer(
  config: Config,
  key: string,
  fallback: number,
  [min, max]: [number, number],
): number {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(value) || value < min || value > max)
    throw new InputError(
      `slo.prometheus: ${key} must be a whole number from ${min} to ${max}`,
    );
  return value;
}

function readUrl(config: Config): string {
  const text = config.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InputError('slo.prometheus: url must be http:// or https://');
  if (url.username || url.password || url.search || url.hash)
    throw new InputError(
      'slo.prometheus: url may have no credentials, query or fragment; use auth',
    );
  return url.href.replace(/\/+$/, '');
}

function readHeaders(config: Config): Record<string, string> {
  const headers: Record<string, string> = {};
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
        'slo.prometheus: auth.type must be bearer, basic or header',
      );
  }
  return headers;
}

function readSignals(config?: Config): SignalProfile | undefined {
  if (config?.getOptionalBoolean('enabled') === false) return undefined;
  const text = (key: string, fallback: string, pattern: RegExp) => {
    const value = config?.getOptionalString(key) ?? fallback;
    if (!pattern.test(value))
      throw new InputError(`slo.prometheus: goldenSignals.${key} is no name`);
    return value;
  };
  const metric = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
  const label = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
  return {
    histogram: text('histogram', 'http_request_duration_seconds', metric),
    saturation: text('saturation', 'service_saturation_ratio', metric),
    cpu: text('cpu', 'service_cpu_usage_ratio', metric),
    memory: text('memory', 'service_memory_usage_ratio', metric),
    connections: text('connections', 'service_connections_usage_ratio', metric),
    queue: text('queue', 'service_queue_depth', metric),
    serviceLabel: text('serviceLabel', 'service', label),
    endpointLabel: text('endpointLabel', 'route', label),
    codeLabel: text('codeLabel', 'code', label),
    errorCodes: text('errorCodes', '5..', /./),
    windowSeconds: config ? seconds(config, 'window', 300) : 300,
    endpoints: config ? integer(config, 'endpoints', 10, [1, 50]) : 10,
  };
}

function readVersionLabels(config?: Config): Record<string, string> {
  // Names of labels may have dots, which keys of the configuration cannot be asked for one by one.
  const labels = config?.get<Record<string, unknown>>() ?? {};
  return Object.fromEntries(
    Object.entries(labels).map(([name, value]) => {
      if (typeof value !== 'string' || !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(value))
        throw new InputError(
          `slo.prometheus: versionLabels.${name} is no name of a label`,
        );
      return [name, value];
    }),
  );
}

/**
 * Reads `slo.prometheus`.
 *
 * @throws InputError when an entry is wrong; names are unique.
 */
export function readInstances(root: RootConfigService): PrometheusInstance[] {
  const names = new Set<string>();
  return (root.getOptionalConfigArray('slo.prometheus') ?? []).map(config => {
    const name = config.getString('name');
    if (names.has(name))
      throw new InputError(`slo.prometheus: two entries are named ${name}`);
    names.add(name);
    return {
      name,
      url: readUrl(config),
      headers: readHeaders(config),
      timeoutMs: seconds(config, 'timeout', 30) * 1000,
      maxResponseBytes: integer(config, 'maxResponseBytes', 64 * 1024 * 1024, [
        1024,
        1024 * 1024 * 1024,
      ]),
      concurrency: integer(config, 'concurrency', 4, [1, 64]),
      windowSeconds: Math.ceil(
        Math.max(60, 4 * seconds(config, 'scrapeInterval', 15)),
      ),
      signals: readSignals(config.getOptionalConfig('goldenSignals')),
      versionLabels: readVersionLabels(
        config.getOptionalConfig('versionLabels'),
      ),
    };
  });
}
