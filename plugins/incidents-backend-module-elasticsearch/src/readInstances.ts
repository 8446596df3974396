import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readVendorHeaders,
  readVendorInstance,
} from '@ghostlight/plugin-incidents-node';

const root = 'incidents.logs.elasticsearch';
/** What names of fields look like; no wildcards. */
export const isField = /^[@A-Za-z_][\w.@/-]{0,199}$/;
const isIndex = /^[a-z0-9.*:_-]{1,200}$/;

/** One configured cluster, defaults filled in. */
export interface ElasticsearchInstance {
  name: string;
  /** Without a slash at the end. */
  baseUrl: string;
  timeoutMs: number;
  headers: Record<string, string>;
  indices: string[];
  /** Every search has these. */
  terms: [string, string][];
  nameField?: string;
  fields: { timestamp: string; message: string; level: string };
  kibana?: string;
}

/** @throws InputError that names the key */
export function readInstances(config: Config): ElasticsearchInstance[] {
  const entries = config.getOptionalConfigArray(root) ?? [];
  const instances = entries.map((entry, place) =>
    readInstance(entry, `${root}[${place}]`),
  );
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) < place);
  if (twice) throw new InputError(`${root}: two entries are named ${twice}`);
  return instances;
}

function readInstance(entry: Config, key: string): ElasticsearchInstance {
  const { name, baseUrl, timeoutMs } = readVendorInstance(entry, {
    key,
    name: 'elasticsearch',
  });
  const indices = entry.getOptionalStringArray('indices') ?? ['logs-*'];
  const wrong = indices.find(
    index => !isIndex.test(index) || /^[-_]/.test(index),
  );
  if (wrong !== undefined || !indices.length)
    throw new InputError(`${key}.indices: no name of an index: ${wrong ?? ''}`);
  const field = (name_: string, fallback?: string) => {
    const found = entry.getOptionalString(name_) ?? fallback;
    if (found !== undefined && !isField.test(found))
      throw new InputError(`${key}.${name_}: no name of a field: ${found}`);
    return found;
  };
  const terms = entry.getOptional<Record<string, unknown>>('terms') ?? {};
  const nameField = field('nameField');
  const kibana = entry.getOptionalString('kibana.url');
  if (
    kibana !== undefined &&
    !(URL.canParse(kibana) && /^https?:/.test(kibana))
  )
    throw new InputError(`${key}.kibana.url: must be http:// or https://`);
  return {
    name,
    baseUrl,
    timeoutMs,
    headers: readVendorHeaders(entry, { key }),
    indices,
    terms: Object.entries(terms).map(([term, value]) => {
      if (!isField.test(term) || typeof value !== 'string')
        throw new InputError(`${key}.terms.${term}: no field with a text`);
      return [term, value];
    }),
    ...(nameField && { nameField }),
    fields: {
      timestamp: field('fields.timestamp', '@timestamp')!,
      message: field('fields.message', 'message')!,
      level: field('fields.level', 'log.level')!,
    },
    ...(kibana && { kibana: kibana.replace(/\/+$/, '') }),
  };
}
