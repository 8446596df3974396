import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * Levels of nesting that are read; no vendor needs a tenth of them.
 *
 * @public
 */
export const deepest = 100;

const cutOff = `(cut off: deeper than ${deepest} levels)`;

/**
 * Whether nothing in it is deeper than `left` levels. Goes no deeper than it has to.
 *
 * @public
 */
export function isShallow(value: JsonValue | undefined, left: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (left === 0) return false;
  if (Array.isArray(value))
    return value.every(item => isShallow(item, left - 1));
  for (const name in value) {
    if (!isShallow(value[name], left - 1)) return false;
  }
  return true;
}

/**
 * The value with a note in place of what is deeper than `left` levels; what is not deep is shared.
 *
 * @public
 */
export function cutDeep(value: JsonValue, left: number = deepest): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (left === 0) return cutOff;
  if (Array.isArray(value)) return value.map(item => cutDeep(item, left - 1));
  return mapValues(value, item => cutDeep(item, left - 1));
}

/**
 * Also of a property that is called `__proto__`.
 *
 * @public
 */
export function mapValues(
  object: JsonObject,
  make: (value: JsonValue, name: string) => JsonValue,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value = null]) => [
      name,
      make(value, name),
    ]),
  );
}
