import type { JsonValue } from '@backstage/types';
import * as fc from 'fast-check';

/**
 * One change of a JSON value: which of its nodes, what is done to it, and with what.
 *
 * @public
 */
export interface Edit {
  node: number;
  deed:
    | 'delete'
    | 'rename'
    | 'replace'
    | 'duplicate'
    | 'wrap'
    | 'nest'
    | 'retype'
    | 'insert'
    | 'splice';
  value: JsonValue;
  key: string;
}

const nasty: string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u0007\u001b[31m',
  '\ud800',
  'x\udc00y',
  '\u202egpj.exe',
  'مرحبا بالعالم',
  '<img src=x onerror=alert(1)>',
  '[pay](javascript:alert(1))',
  '# **x** ![i](https://example.com/i.png)',
  "'; drop table alerts; --",
  '{{constructor.constructor("x")()}}',
  '$ALERT_ID',
  '{EVENT.ID}',
  '2026-13-45T99:99:99Z',
  '0001-01-01T00:00:00Z',
  '9'.repeat(400),
  '-1',
  '1e400',
  ['javascript', 'alert(1)'].join(':'),
  'https://exa mple.com/',
  `https://example.com/${'a'.repeat(3000)}`,
  'component:default/payments',
  'component:__proto__/x',
  'n'.repeat(700),
  'long '.repeat(4000),
  '😀'.repeat(400),
];

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  'then',
  '',
  '\u0000',
  '\ud800',
  '<b>',
  'a.b[0]',
  'k'.repeat(500),
];

const value: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...nasty) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<JsonValue>(
      null,
      true,
      false,
      0,
      -1,
      1.5,
      1e308,
      Number.MAX_SAFE_INTEGER,
      -8.64e15,
      [],
      {},
      [null],
      [[[[]]]],
      { a: { b: { c: [] } } },
      { toString: 'x', valueOf: 1, toJSON: {} },
      'constructor',
      '__proto__',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double() as fc.Arbitrary<JsonValue> },
);

/**
 * A few edits, after which little is left of what the sender meant.
 *
 * @public
 */
export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    node: fc.nat({ max: 9999 }),
    deed: fc.constantFrom<Edit['deed'][]>(
      'delete',
      'rename',
      'replace',
      'replace',
      'duplicate',
      'wrap',
      'nest',
      'retype',
      'insert',
      'splice',
    ),
    value,
    key: fc.constantFrom(...keys),
  }),
  { minLength: 1, maxLength: 4 },
);

interface Node {
  parent: Record<string, JsonValue> | JsonValue[];
  key: string;
}

/**
 * A copy with the edits done.
 *
 * @public
 */
export function mutate(original: JsonValue, done: Edit[]): JsonValue {
  const root = { value: structuredClone(original) };
  for (const edit of done) {
    const nodes = nodesOf(root);
    apply(nodes[edit.node % nodes.length], edit);
  }
  return root.value === undefined ? null : root.value;
}

/**
 * The same, inside of a text that is JSON.
 *
 * @public
 */
export function mutateText(
  original: JsonValue,
  path: string[],
  done: Edit[],
): JsonValue {
  const copy = structuredClone(original);
  const last = path[path.length - 1];
  const parent = path
    .slice(0, -1)
    .reduce(
      (outer, key) => read({ parent: outer as Node['parent'], key }),
      copy,
    );
  const node = { parent: parent as Node['parent'], key: last };
  const inner = mutate(JSON.parse(String(read(node))) as JsonValue, done);
  write(node.parent, last, JSON.stringify(inner));
  return copy;
}

function nodesOf(root: { value: JsonValue }): Node[] {
  const nodes: Node[] = [{ parent: root, key: 'value' }];
  // Breadth first, and not into what an edit nested: it must end.
  for (let next = 0; next < nodes.length && nodes.length < 400; next++) {
    const found = read(nodes[next]);
    if (typeof found !== 'object' || found === null) continue;
    for (const key of Object.keys(found))
      nodes.push({ parent: found as Node['parent'], key });
  }
  return nodes;
}

function apply(node: Node, { deed, value: shared, key }: Edit) {
  const { parent } = node;
  // Later edits change it, and each run begins anew.
  const given = structuredClone(shared);
  const current = read(node);
  switch (deed) {
    case 'delete':
      if (Array.isArray(parent)) parent.splice(Number(node.key), 1);
      else delete parent[node.key];
      return;
    case 'rename':
      if (Array.isArray(parent)) return;
      delete parent[node.key];
      write(parent, key, current);
      return;
    case 'duplicate':
      if (Array.isArray(parent)) parent.push(structuredClone(current));
      else write(parent, key, structuredClone(current));
      return;
    case 'wrap':
      write(parent, node.key, [current]);
      return;
    case 'nest': {
      let nested = current;
      for (let depth = 0; depth < 150; depth++)
        nested = depth % 2 ? [nested] : { x: nested };
      write(parent, node.key, nested);
      return;
    }
    case 'retype':
      write(parent, node.key, retyped(current));
      return;
    case 'insert':
      if (Array.isArray(current)) current.push(given);
      else if (typeof current === 'object' && current !== null)
        write(current as Record<string, JsonValue>, key, given);
      else write(parent, node.key, given);
      return;
    case 'splice':
      write(parent, node.key, `${plain(current).slice(0, 50)}${plain(given)}`);
      return;
    default:
      write(parent, node.key, given);
  }
}

/** Numbers as text, text as numbers, lists as records. */
function retyped(current: JsonValue): JsonValue {
  if (typeof current === 'number') return String(current);
  if (typeof current === 'string')
    return Number.isFinite(Number(current)) ? Number(current) : [current];
  if (Array.isArray(current)) return { ...current } as unknown as JsonValue;
  if (typeof current === 'object' && current !== null)
    return Object.values(current) as JsonValue;
  return plain(current);
}

function plain(given: JsonValue): string {
  return typeof given === 'string' ? given : JSON.stringify(given);
}

/** Of its own, as all keys here are: `__proto__` is no other then. */
function read({ parent, key }: Node): JsonValue {
  return (parent as Record<string, JsonValue>)[key] ?? null;
}

/** As JSON.parse does it: `__proto__` is a name like others. */
function write(parent: Node['parent'], key: string, next: JsonValue) {
  Object.defineProperty(parent, key, {
    value: next,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
