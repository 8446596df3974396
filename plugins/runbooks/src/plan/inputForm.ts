import type { InputSpec } from '@ghostlight/plugin-runbooks-common';
import { valueText } from '../words/valueText';

/** What is typed, by name of the input. */
export type InputTexts = { [name: string]: string };

/** Why a value cannot be used; the key of its sentence. */
export type InputProblem =
  | 'required'
  | 'number'
  | 'integer'
  | 'tooSmall'
  | 'tooLarge';

/** What the fields hold at first. */
export function firstTexts(specs: InputSpec[]): InputTexts {
  return Object.fromEntries(
    specs.map(({ name, type, default: value }) => [
      name,
      value === undefined || value === null
        ? String(type === 'boolean' ? false : '')
        : valueText(value),
    ]),
  );
}

function numberProblem(
  spec: InputSpec,
  text: string,
): InputProblem | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return 'number';
  if (spec.type === 'integer' && !Number.isSafeInteger(value)) return 'integer';
  if (spec.minimum !== undefined && value < spec.minimum) return 'tooSmall';
  if (spec.maximum !== undefined && value > spec.maximum) return 'tooLarge';
  return undefined;
}

const isNumber = ({ type }: InputSpec) =>
  type === 'number' || type === 'integer';

/**
 * What is wrong with what is typed, as far as it can be told without the server: a pattern is a
 * stranger's program, which only the server tries.
 */
export function problemOf(
  spec: InputSpec,
  text: string,
): InputProblem | undefined {
  if (text.trim() === '') return spec.required ? 'required' : undefined;
  return isNumber(spec) ? numberProblem(spec, text) : undefined;
}

/** The values that are sent; what is left empty is left out. */
export function valuesOf(
  specs: InputSpec[],
  texts: InputTexts,
): { [name: string]: string | number | boolean } {
  const values: { [name: string]: string | number | boolean } = {};
  for (const spec of specs) {
    const text = (texts[spec.name] ?? '').trim();
    if (spec.type === 'boolean') values[spec.name] = text === 'true';
    else if (text !== '')
      values[spec.name] = isNumber(spec) ? Number(text) : text;
  }
  return values;
}
