import type { JsonValue } from '@backstage/types';
import type { Adapter } from '@ghostlight/plugin-incidents-node';
import { receivedAt, type Example } from './Example';
import { storedOf } from './storedOf';

/** An example with a list of items in it. */
export interface Batch {
  body: JsonValue;
  headers: Record<string, string>;
  path: (string | number)[];
  /** What comes of it when one of its items is not there, for each item. */
  without: string[][];
}

/** The example as a batch; none when it is one thing. */
export function batchesOf(
  adapter: Adapter,
  { body, headers = {}, items: path }: Example,
): Batch[] {
  if (!path) return [];
  const without = listIn(body, path).map((_, index) => {
    const others = structuredClone(body);
    listIn(others, path).splice(index, 1);
    return storedOf(adapter, { body: others, headers, receivedAt }).events;
  });
  return [{ body, headers, path, without }];
}

/** The batch with one of its items put through a change, which may make it several. */
export function withItem(
  { body, path }: Batch,
  at: number,
  change: (item: JsonValue) => JsonValue,
): JsonValue {
  const changed = structuredClone(body);
  const list = listIn(changed, path);
  const item = change([list[at]]);
  list.splice(at, 1, ...(Array.isArray(item) ? item : [item]));
  return changed;
}

/** Those of the expected events that are not there. */
export function missing(expected: string[], actual: string[]): string[] {
  const left = new Map<string, number>();
  for (const event of actual) left.set(event, (left.get(event) ?? 0) + 1);
  return expected.filter(event => {
    const count = left.get(event) ?? 0;
    left.set(event, count - 1);
    return count <= 0;
  });
}

function listIn(body: JsonValue, path: (string | number)[]): JsonValue[] {
  const list = path.reduce<JsonValue | undefined>(
    (value, key) => (value as Record<string, JsonValue>)?.[key],
    body,
  );
  if (!Array.isArray(list)) throw new Error('The example has no such list');
  return list;
}
