import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import { nameIn, template } from './templates';

const MAX_DEPTH = 60;
const MAX_TEXT = 262_144;

/**
 * A copy of a value in which each `${{ name }}` is what `values` has under that name: dots go into
 * mappings. A text that is one template becomes the value as it is; within a longer text only texts,
 * numbers and booleans are taken. What was filled in is data: it is not looked at again. A field whose
 * value is nothing (null, an input that was not given) is left out.
 *
 * @throws InputError for a name that is not known, or a value that does not go into a text
 * @public
 */
export function fillIn(value: JsonObject, values: JsonObject): JsonObject;
/** @public */
export function fillIn(value: JsonValue, values: JsonObject): JsonValue;
export function fillIn(value: JsonValue, values: JsonObject): JsonValue {
  let room = MAX_TEXT;

  function fill(item: JsonValue, depth: number): JsonValue {
    if (depth > MAX_DEPTH)
      throw new InputError(`Nested more than ${MAX_DEPTH} levels deep`);
    if (typeof item === 'string') return fillText(item);
    if (Array.isArray(item)) return item.map(part => fill(part, depth + 1));
    if (typeof item !== 'object' || item === null) return item;
    const filled: [string, JsonValue][] = [];
    for (const [key, part] of Object.entries(item)) {
      if (part === undefined) continue;
      const now = fill(part, depth + 1);
      if (now !== null || part === null) filled.push([key, now]);
    }
    // Unlike an assignment, this takes a key such as __proto__ for what it is.
    return Object.fromEntries(filled);
  }

  function fillText(text: string): JsonValue {
    const whole = /^\s*\$\{\{([^{}]{0,200})\}\}\s*$/.exec(text);
    if (whole) return spend(lookUp(whole[1], values));
    const unclosed = text.replace(template, '').includes('${{');
    if (unclosed) throw new InputError('A ${{ is not closed by }}');
    return text.replace(template, (_all, inner: string) => {
      const found = lookUp(inner, values);
      if (found === null || typeof found === 'object') {
        throw new InputError(
          `\${{ ${inner.trim()} }} is ${
            found === null ? 'not given' : 'not a text'
          }, and cannot stand within one`,
        );
      }
      return String(spend(found));
    });
  }

  function spend(found: JsonValue): JsonValue {
    room -= typeof found === 'string' ? found.length : 1;
    if (room < 0)
      throw new InputError(`More than ${MAX_TEXT} characters were filled in`);
    return found;
  }

  return fill(value, 0);
}

function lookUp(inner: string, values: JsonObject): JsonValue {
  const name = nameIn(inner);
  if (!name) throw new InputError(`\${{${inner}}} is not a name`);
  let at: JsonValue | undefined = values;
  for (const part of name.split('.')) {
    at =
      typeof at === 'object' &&
      at !== null &&
      !Array.isArray(at) &&
      Object.hasOwn(at, part)
        ? (at as JsonObject)[part]
        : undefined;
    if (at === undefined) throw new InputError(`There is no value ${name}`);
  }
  return at as JsonValue;
}
