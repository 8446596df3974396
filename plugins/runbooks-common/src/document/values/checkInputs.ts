import type { JsonObject, JsonValue } from '@backstage/types';
import type { Sentence } from '../../api';
import { entityRefOf } from '../compile/refs';
import type { RunbookInput } from '../Runbook';
import { readPattern } from './pattern';

const MAX_TEXT = 4_096;

/** The value as it is used, or what is wrong with it. */
type Read = { value: JsonValue } | { code: string; text: string };

/**
 * Checks what was given for the inputs of a runbook. `values` has each of them, with defaults, and null
 * for what was not given; numbers and booleans may be given as texts. Of a secret the value is the name
 * of a configured one.
 *
 * @public
 */
export function checkInputs(
  inputs: readonly RunbookInput[],
  given: Readonly<JsonObject> | undefined,
): { values: JsonObject; problems: Sentence[] } {
  const values: [string, JsonValue][] = [];
  const problems: Sentence[] = [];
  const say = (code: string, name: string, text: string) =>
    problems.push({
      code: `runbooks.input.${code}`,
      text,
      params: { name: name.slice(0, 100) },
    });
  const known = new Set(inputs.map(({ name }) => name));
  for (const name of Object.keys(given ?? {}).slice(0, 200)) {
    if (!known.has(name)) {
      say('unknown', name, `There is no input ${name.slice(0, 100)}`);
    }
  }
  for (const input of inputs) {
    const { name } = input;
    const written =
      given && Object.hasOwn(given, name) ? given[name] : undefined;
    const value = written ?? input.default;
    if (value === undefined || value === null || value === '') {
      values.push([name, null]);
      if (input.required) say('missing', name, `${input.title} is required`);
      continue;
    }
    const read = readInput(input, value);
    if ('value' in read) {
      values.push([name, read.value]);
    } else {
      values.push([name, null]);
      say(read.code, name, `${input.title}: ${read.text}`);
    }
  }
  return { values: Object.fromEntries(values), problems };
}

/** Reads one value of an input; also what its default is checked with. */
export function readInput(input: RunbookInput, value: JsonValue): Read {
  switch (input.type) {
    case 'number':
    case 'integer':
      return readNumber(input, value);
    case 'boolean': {
      const text = String(value);
      return text === 'true' || text === 'false'
        ? { value: text === 'true' }
        : { code: 'boolean', text: 'true or false is needed' };
    }
    case 'choice':
      return typeof value === 'string' && input.choices?.includes(value)
        ? { value }
        : {
            code: 'choice',
            text: `one of ${(input.choices ?? []).join(', ')} is needed`,
          };
    case 'entity': {
      const ref =
        typeof value === 'string' && value.length <= 300
          ? entityRefOf(value, 'component')
          : undefined;
      return ref
        ? { value: ref }
        : { code: 'entity', text: 'an entity ref is needed' };
    }
    case 'secret':
      return typeof value === 'string' &&
        /^[A-Za-z0-9][\w.-]{0,62}$/.test(value)
        ? { value }
        : { code: 'secret', text: 'the name of a secret is needed' };
    default:
      return readString(input, value);
  }
}

function readString(input: RunbookInput, value: JsonValue): Read {
  if (typeof value !== 'string' || value.includes('\0'))
    return { code: 'text', text: 'a text is needed' };
  if (value.length > MAX_TEXT) {
    return {
      code: 'too-long',
      text: `at most ${MAX_TEXT} characters are taken`,
    };
  }
  if (input.pattern !== undefined && !readPattern(input.pattern)?.(value)) {
    return {
      code: 'pattern',
      text: `it does not match ${input.pattern}`,
    };
  }
  return { value };
}

function readNumber(input: RunbookInput, value: JsonValue): Read {
  const isNumber =
    typeof value === 'number' ||
    (typeof value === 'string' &&
      /^-?\d{1,15}(\.\d{1,15})?$/.test(value.trim()));
  const number = Number(value);
  if (!isNumber || !Number.isFinite(number))
    return { code: 'number', text: 'a number is needed' };
  if (input.type === 'integer' && !Number.isSafeInteger(number))
    return { code: 'integer', text: 'a whole number is needed' };
  if (input.minimum !== undefined && number < input.minimum)
    return { code: 'minimum', text: `at least ${input.minimum} is needed` };
  if (input.maximum !== undefined && number > input.maximum)
    return { code: 'maximum', text: `at most ${input.maximum} is taken` };
  return { value: number };
}
