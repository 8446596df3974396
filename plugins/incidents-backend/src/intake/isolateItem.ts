import type { JsonValue } from '@backstage/types';

/**
 * The body with one item of a list in it alone, so that it can be read again by itself: for
 * `alerts[3].startsAt`, the body whose `alerts` is the fourth of them.
 *
 * @returns undefined when the field names no item of a list in the body
 */
export function isolateItem(
  body: JsonValue,
  field: string | undefined,
): JsonValue | undefined {
  const [, path, index] = field?.match(/^([\w.]*)\[(\d+)\]/) ?? [];
  if (index === undefined) return undefined;
  return replaceAt(body, path ? path.split('.') : [], Number(index));
}

function replaceAt(
  value: JsonValue | undefined,
  path: string[],
  index: number,
): JsonValue | undefined {
  if (!path.length) {
    return Array.isArray(value) && index < value.length
      ? [value[index]]
      : undefined;
  }
  if (!value || typeof value !== 'object' || Array.isArray(value))
    return undefined;
  const [name, ...rest] = path;
  if (!Object.hasOwn(value, name)) return undefined;
  const inner = replaceAt(value[name], rest, index);
  return inner === undefined ? undefined : { ...value, [name]: inner };
}
