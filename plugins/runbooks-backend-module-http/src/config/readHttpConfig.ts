import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readMilliseconds, readNamed } from '@ghostlight/plugin-runbooks-node';
import { isIP } from 'node:net';
import type { Endpoint } from '../send/Endpoint';
import type { Traceable } from '../send/lookAfter';

export type Method = 'POST' | 'PUT';

/** Addresses that may be called. */
export interface Webhook extends Traceable {
  /** What they begin with. */
  url: URL;
  methods: Method[];
  query: boolean;
  environment?: string;
}

/** A system of feature flags. */
export interface FlagSystem extends Endpoint {
  name: string;
  /** With `{flag}` and `{environment}`. */
  url: string;
  method: Method;
  read?: { url: string; method: 'GET' | 'POST'; field: string[] };
  /** Patterns of flags. */
  flags: string[];
  environment?: string;
}

/** What rotates a secret. */
export interface Rotation extends Traceable {
  name: string;
  url: URL;
  method: Method;
  environment?: string;
}

/** `runbooks.http`, compiled. */
export interface HttpConfig {
  webhooks: Webhook[];
  flags: FlagSystem[];
  rotations: Rotation[];
}

/** @throws InputError that names the key */
export function readHttpConfig(root: RootConfigService): HttpConfig {
  const config = root.getOptionalConfig('runbooks.http');
  return {
    webhooks: (config?.getOptionalConfigArray('webhooks') ?? []).map(
      (entry, index) => readWebhook(entry, `runbooks.http.webhooks[${index}]`),
    ),
    flags: readNamed(config, 'runbooks.http.flags', readFlags),
    rotations: readNamed(config, 'runbooks.http.rotations', (entry, key) => ({
      ...readTraceable(entry, key),
      name: entry.getString('name'),
      url: readUrl(entry, key, 'url'),
      method: readMethod(entry, key, 'POST'),
      environment: entry.getOptionalString('environment'),
    })),
  };
}

function readWebhook(entry: Config, key: string): Webhook {
  const methods = entry.getOptionalStringArray('methods') ?? ['POST'];
  const wrong = methods.find(method => method !== 'POST' && method !== 'PUT');
  if (wrong) throw new InputError(`${key}.methods: POST or PUT, not ${wrong}`);
  return {
    ...readTraceable(entry, key),
    url: readUrl(entry, key, 'url'),
    methods: methods as Method[],
    query: entry.getOptionalBoolean('query') ?? false,
    environment: entry.getOptionalString('environment'),
  };
}

function readFlags(entry: Config, key: string): FlagSystem {
  const read = entry.getOptionalConfig('read');
  const readBy = read?.getOptionalString('method') ?? 'GET';
  if (readBy !== 'GET' && readBy !== 'POST')
    throw new InputError(`${key}.read.method: GET or POST`);
  readUrl(entry, key, 'url');
  if (read) readUrl(read, `${key}.read`, 'url', entry);
  const url = entry.getString('url');
  return {
    ...readEndpoint(entry, key),
    name: entry.getString('name'),
    url,
    method: readMethod(entry, key, 'PUT'),
    ...(read && {
      read: {
        url: read.getString('url'),
        method: readBy,
        field: (read.getOptionalString('field') ?? 'value').split('.'),
      },
    }),
    flags: entry.getStringArray('flags'),
    environment: entry.getOptionalString('environment'),
  };
}

function readTraceable(entry: Config, key: string): Traceable {
  const status = entry.getOptionalString('status');
  if (status !== undefined) {
    readUrl(entry, key, 'status');
    if (!status.includes('{actionId}'))
      throw new InputError(`${key}.status: has to have {actionId} in it`);
  }
  return {
    ...readEndpoint(entry, key),
    idempotent: entry.getOptionalBoolean('idempotent') ?? false,
    ...(status !== undefined && { status }),
  };
}

function readEndpoint(entry: Config, key: string): Endpoint {
  const headers = entry.getOptional<Record<string, string>>('headers') ?? {};
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w-]+$/.test(name) || /[\r\n\0]/.test(String(value)))
      throw new InputError(`${key}.headers: ${name} is no header`);
    if (
      /^(host|content-length|content-type|transfer-encoding|idempotency-key)$/i.test(
        name,
      )
    )
      throw new InputError(`${key}.headers: ${name} is set by itself`);
  }
  return {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value)]),
    ),
    private: entry.getOptionalBoolean('private') ?? false,
    timeoutMs: readMilliseconds(entry, key, 'timeout', 10_000),
  };
}

function readMethod(entry: Config, key: string, usual: Method): Method {
  const method = entry.getOptionalString('method') ?? usual;
  if (method !== 'POST' && method !== 'PUT')
    throw new InputError(`${key}.method: POST or PUT`);
  return method;
}

function readUrl(
  entry: Config,
  key: string,
  name: string,
  owner: Config = entry,
): URL {
  const text = entry.getString(name);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InputError(`${key}.${name}: not an address: ${text}`);
  if (url.username || url.password || url.hash)
    throw new InputError(`${key}.${name}: may have no credentials or fragment`);
  if (/[{}]|%7b|%7d/i.test(url.host))
    throw new InputError(`${key}.${name}: the host is fixed`);
  const isLocal =
    url.hostname === 'localhost' ||
    isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0;
  if (
    url.protocol === 'http:' &&
    !isLocal &&
    !(owner.getOptionalBoolean('private') ?? false)
  )
    throw new InputError(
      `${key}.${name}: use https; plain http only with private: true`,
    );
  return url;
}
