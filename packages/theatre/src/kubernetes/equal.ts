import type { Json } from './objects';

/** Whether two values are the same JSON: the order of fields does not matter, nor those that are undefined. */
export function equal(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (
    typeof one !== 'object' ||
    typeof other !== 'object' ||
    one === null ||
    other === null
  )
    return false;
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => equal(item, other[index]))
    );
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    name => equal(one[name], other[name]),
  );
}
