import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readVendorHeaders,
  readVendorInstance,
} from '@ghostlight/plugin-incidents-node';
import { isLabel } from './logQl';

const root = 'incidents.logs.loki';

/** One configured Loki, defaults filled in. */
export interface LokiInstance {
  name: string;
  /** Without a slash at the end. */
  baseUrl: string;
  timeoutMs: number;
  headers: Record<string, string>;
  /** Every query has these. */
  labels: [string, string][];
  nameLabel?: string;
  grafana?: { url: string; datasource: string };
}

/** @throws InputError that names the key */
export function readInstances(config: Config): LokiInstance[] {
  const entries = config.getOptionalConfigArray(root) ?? [];
  const instances = entries.map((entry, place) =>
    readInstance(entry, `${root}[${place}]`),
  );
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) < place);
  if (twice) throw new InputError(`${root}: two entries are named ${twice}`);
  return instances;
}

function readInstance(entry: Config, key: string): LokiInstance {
  const { name, baseUrl, timeoutMs } = readVendorInstance(entry, {
    key,
    name: 'loki',
  });
  const nameLabel = entry.getOptionalString('nameLabel');
  if (nameLabel !== undefined && !isLabel.test(nameLabel))
    throw new InputError(`${key}.nameLabel: no name of a label: ${nameLabel}`);
  const labels = entry.getOptional<Record<string, unknown>>('labels') ?? {};
  const grafana = entry.getOptionalConfig('grafana');
  return {
    name,
    baseUrl,
    timeoutMs,
    headers: readVendorHeaders(entry, { key }),
    labels: Object.entries(labels).map(([label, value]) => {
      if (!isLabel.test(label) || typeof value !== 'string')
        throw new InputError(`${key}.labels.${label}: no label with a text`);
      return [label, value];
    }),
    ...(nameLabel && { nameLabel }),
    ...(grafana && {
      grafana: {
        url: readGrafana(grafana, key),
        datasource: grafana.getString('datasource'),
      },
    }),
  };
}

function readGrafana(grafana: Config, key: string): string {
  const url = grafana.getString('url');
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new InputError(`${key}.grafana.url: must be http:// or https://`);
  return url.replace(/\/+$/, '');
}
