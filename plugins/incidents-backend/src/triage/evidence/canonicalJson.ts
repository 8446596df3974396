import type { JsonValue } from '@backstage/types';

/** One text for one value, whatever the order of its keys. */
export function canonicalJson(value: JsonValue | undefined): string {
  if (Array.isArray(value))
    return `[${value.map(item => canonicalJson(item)).join(',')}]`;
  if (value && typeof value === 'object') {
    const fields = Object.keys(value)
      .filter(key => value[key] !== undefined)
      .sort()
      .map(key => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
