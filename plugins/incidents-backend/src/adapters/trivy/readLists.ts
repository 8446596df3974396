import type { JsonObject, JsonValue } from '@backstage/types';
import type { Reading } from '@ghostlight/plugin-incidents-node';

export const nothing: Required<
  Pick<Reading, 'alerts' | 'findings' | 'rejected'>
> = { alerts: [], findings: [], rejected: [] };

export function joinReadings(readings: Reading[]): typeof nothing {
  return {
    alerts: [],
    findings: readings.flatMap(({ findings = [] }) => findings),
    rejected: readings.flatMap(({ rejected = [] }) => rejected),
  };
}

/** Reads a list that may be missing or null; what is there and is no list is rejected. */
export function readList(
  parent: JsonObject,
  name: string,
  path: string,
  read: (items: JsonValue[], path: string) => Reading,
): Reading {
  const value = parent[name];
  if (value === undefined || value === null) return nothing;
  const at = path ? `${path}.${name}` : name;
  if (Array.isArray(value)) return read(value, at);
  const rejected = [{ reason: 'expected a list', field: at, raw: value }];
  return { ...nothing, rejected };
}

/** The same, where each item is an object that is read as a whole. */
export function readObjects(
  items: JsonValue[],
  path: string,
  read: (item: JsonObject, path: string) => Reading,
): Reading {
  return joinReadings(
    items.map((item, index) => {
      const at = `${path}[${index}]`;
      if (typeof item === 'object' && item !== null && !Array.isArray(item))
        return read(item, at);
      const rejected = [{ reason: 'expected an object', field: at, raw: item }];
      return { ...nothing, rejected };
    }),
  );
}

/** A member that is an object, or an empty one. */
export function objectIn(
  parent: JsonValue | undefined,
  ...names: string[]
): JsonObject {
  let value = parent;
  for (const name of names) {
    value = isObject(value) ? value[name] : undefined;
  }
  return isObject(value) ? value : {};
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
