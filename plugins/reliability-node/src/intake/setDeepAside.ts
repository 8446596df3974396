import type { JsonObject, JsonValue } from '@backstage/types';
import { fieldPath } from './fieldPath';
import type { Said } from './Said';
import { UnreadableError } from './UnreadableError';
import { cutDeep, deepest, isShallow, mapValues } from './cutDeep';

/**
 * A body that every part of it can be read of without running out of stack.
 *
 * @public
 */
export interface ShallowBody {
  /** Without the items that are aside. */
  body: JsonValue;
  /** All of it, with notes in place of what is too deep. */
  cut: JsonValue;
  /** Those items, as they are in `cut`. */
  aside: DeepItem[];
  /** The path that something of `body` has in the body as it came. */
  fieldOf(field: string | undefined): string | undefined;
}

/**
 * An item that was taken out, and why.
 *
 * @public
 */
export interface DeepItem {
  reason: string;
  said: Said;
  /** Where in the body, as a path. */
  field: string;
  raw: JsonValue;
}

/** By path of the list, the indexes of what was taken out, in order. */
type Removed = Map<string, number[]>;

/** Levels within which senders have their lists of alerts. */
const listsWithin = 8;

const said = {
  code: 'unreadable.deep',
  params: { levels: String(deepest) },
};

/**
 * Takes items out of the body's lists that are nested deeper than 100 levels, so that their neighbours
 * can be read. Of lists in lists it is the innermost with other objects in it that loses one, or
 * the outermost: mostly that of the alerts. Some walks over the body, a hundred calls deep at most.
 *
 * @throws UnreadableError when it is deep and no list is to blame
 *
 * @public
 */
export function setDeepAside(whole: JsonValue): ShallowBody {
  if (isShallow(whole, deepest))
    return { body: whole, cut: whole, aside: [], fieldOf: field => field };
  const cut = cutDeep(whole);
  const stripped = strip(whole, cut, [], false);
  if (!stripped)
    throw new UnreadableError(
      `The body is nested deeper than ${deepest} levels; no vendor sends that`,
      undefined,
      said,
    );
  const { value: body, aside, removed } = stripped;
  return { body, cut, aside, fieldOf: field => fieldIn(removed, field) };
}

interface Stripped {
  value: JsonValue;
  aside: DeepItem[];
  removed: Removed;
}

/** @returns undefined when there is no list in it that could lose an item */
function strip(
  value: JsonValue,
  copy: JsonValue,
  path: readonly PropertyKey[],
  inList: boolean,
): Stripped | undefined {
  if (typeof value !== 'object' || value === null || path.length > listsWithin)
    return undefined;
  const left = deepest - path.length - 1;
  const aside: DeepItem[] = [];
  const removed: Removed = new Map();
  const within = (item: JsonValue, of: JsonValue, key: PropertyKey) => {
    const inner = strip(
      item,
      of,
      [...path, key],
      inList || Array.isArray(value),
    );
    if (!inner) return undefined;
    aside.push(...inner.aside);
    inner.removed.forEach((indexes, list) => removed.set(list, indexes));
    return inner.value;
  };

  if (!Array.isArray(value)) {
    let isStripped = true;
    const kept = mapValues(value, (item, name) => {
      if (isShallow(item, left)) return item;
      const inner = within(item, (copy as JsonObject)[name] ?? null, name);
      if (inner === undefined) isStripped = false;
      return inner ?? null;
    });
    return isStripped ? { value: kept, aside, removed } : undefined;
  }

  const list = fieldPath(path);
  const gone: number[] = [];
  const kept: JsonValue[] = [];
  for (const [index, item] of value.entries()) {
    const of = (copy as JsonValue[])[index];
    const inner = isShallow(item, left) ? item : within(item, of, index);
    if (inner !== undefined) {
      kept.push(inner);
      continue;
    }
    if (inList && !value.some(other => other !== item && isObject(other)))
      return undefined;
    gone.push(index);
    aside.push({
      reason: `nested deeper than ${deepest} levels; what is deeper is cut off here`,
      said,
      field: `${list}[${index}]`,
      raw: of,
    });
  }
  if (gone.length) removed.set(list, gone);
  return { value: kept, aside, removed };
}

function isObject(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldIn(removed: Removed, field: string | undefined) {
  if (!field || !removed.size) return field;
  let known = '';
  let rest = field;
  for (;;) {
    const [all, name, at] = rest.match(/^([\w.]*)\[(\d+)\]/) ?? [];
    if (all === undefined) return known + rest;
    let index = Number(at);
    for (const before of removed.get(known + name) ?? [])
      if (before <= index) index += 1;
    known += `${name}[${index}]`;
    rest = rest.slice(all.length);
  }
}
