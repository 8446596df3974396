import type { JsonValue } from '@backstage/types';

/** Whether a value has all of an expected one; the server may have filled in more fields. */
export function matches(
  expected: JsonValue | undefined,
  actual: JsonValue | undefined,
): boolean {
  if (expected === null || expected === undefined)
    return actual === null || actual === undefined;
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, index) => matches(item, actual[index]))
    );
  if (typeof expected === 'object')
    return (
      typeof actual === 'object' &&
      actual !== null &&
      !Array.isArray(actual) &&
      Object.entries(expected).every(([name, item]) =>
        matches(item, actual[name]),
      )
    );
  return expected === actual;
}

/** What is at a JSON pointer. */
export function at(
  document: JsonValue | undefined,
  pointer: string,
): JsonValue | undefined {
  let value = document;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null) return undefined;
    value = Array.isArray(value) ? value[Number(name)] : value[name];
  }
  return value;
}
