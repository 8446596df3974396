import type { JsonObject, JsonValue } from '@backstage/types';
import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';
import { z } from 'zod';
import type { DropList } from './Dropped';
import { asRead, repeatsOrders } from './directives';
import { findUnheld } from './holdText';
import { readable } from './numbers';
import { hasMarkup, hidesSomething, namesAddress } from './plainText';
import type { HeldRecord, RecordBook } from './RecordBook';

/** Words for people, which nothing is found by. */
const prose = new Set(['reason', 'comment', 'description', 'note', 'message']);

/**
 * The input of an installed action, if it is one: JSON of an object, all of its fields known to the
 * action's schema and of its form; what names something names a thing of the graph or of a record that
 * gives no orders; nothing in it is an address.
 */
export function checkParameters(
  written: string,
  action: ActionInfo,
  what: string,
  context: { book: RecordBook; cited: HeldRecord[]; drops: DropList },
): JsonObject | undefined {
  const { drops } = context;
  let input: unknown;
  try {
    input = written.trim() ? JSON.parse(written.slice(0, 10_000)) : {};
  } catch {
    return drops.add(what, 'bad-parameters', 'not JSON');
  }
  if (!isObject(input)) return drops.add(what, 'bad-parameters', 'no object');
  const { properties } = action.input;
  const known = isObject(properties) ? properties : {};
  for (const name of Object.keys(input))
    if (!Object.hasOwn(known, name))
      return drops.add(what, 'bad-parameters', name);
  let parsed;
  try {
    parsed = z.fromJSONSchema(action.input).safeParse(input);
  } catch {
    return drops.add(what, 'bad-parameters', 'its schema cannot be checked');
  }
  if (!parsed.success)
    return drops.add(
      what,
      'bad-parameters',
      parsed.error.issues[0]?.path.join('.') || 'not of its form',
    );
  for (const [name, value] of Object.entries(input))
    if (!isHeldValue(name, value, known[name], what, context)) return undefined;
  return input;
}

function isHeldValue(
  name: string,
  value: JsonValue | undefined,
  schema: JsonValue | undefined,
  what: string,
  context: { book: RecordBook; cited: HeldRecord[]; drops: DropList },
): boolean {
  const { book, cited, drops } = context;
  for (const text of textsOf(value)) {
    if (hidesSomething(text)) {
      drops.add(what, 'unseen-characters');
      return false;
    }
    const plain = readable(text);
    if (namesAddress(plain) || hasMarkup(plain)) {
      drops.add(what, 'address');
      return false;
    }
    const wanted = plain.toLowerCase();
    const held = prose.has(name)
      ? !findUnheld(text, cited, book) && !repeatsOrders(text, book.orders)
      : choicesOf(schema).includes(text) ||
        book.isName(wanted) ||
        cited.some(one => !one.givesOrders && standsIn(wanted, one.text));
    if (!held) {
      drops.add(what, 'unheld-parameter', name);
      return false;
    }
  }
  return true;
}

/** As a word of its own, not as a part of one. */
function standsIn(wanted: string, text: string): boolean {
  for (
    let at = text.indexOf(wanted);
    at >= 0;
    at = text.indexOf(wanted, at + 1)
  ) {
    const around = `${text[at - 1] ?? ' '}${text[at + wanted.length] ?? ' '}`;
    if (!/[\p{L}\p{N}_-]/u.test(around)) return true;
  }
  return false;
}

/** Whether a record that gives orders asks for an action. */
export function isOrdered(action: ActionInfo, book: RecordBook): boolean {
  const [, name = action.id] = action.id.split(':');
  const wanted = [action.id, name, name.replaceAll('-', ' '), action.title.text]
    .map(asRead)
    .filter(word => word.length > 4);
  return book.shown.some(({ id }) => {
    const record = book.get(id);
    if (!record?.givesOrders) return false;
    const text = asRead(record.text);
    return wanted.some(word => text.includes(word));
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function choicesOf(schema: JsonValue | undefined): JsonValue[] {
  if (!isObject(schema)) return [];
  const { enum: choices, const: only } = schema;
  return [
    ...(Array.isArray(choices) ? choices : []),
    ...(only !== undefined ? [only] : []),
  ];
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (isObject(value))
    return Object.entries(value).flatMap(([key, one]) => [
      key,
      ...textsOf(one),
    ]);
  return [];
}
