import type { RunbookInput } from '../Runbook';
import type { WrittenInput } from '../schema/runbook';
import { readInput } from '../values/checkInputs';
import { readPattern } from '../values/pattern';
import { compact } from './compileParts';
import type { Report } from './Report';

/** Fields that say something of some types only. */
const fieldsOf: Partial<
  Record<keyof WrittenInput, readonly RunbookInput['type'][]>
> = {
  choices: ['choice'],
  pattern: ['string'],
  minimum: ['number', 'integer'],
  maximum: ['number', 'integer'],
};

export function compileInputs(
  written: WrittenInput[] | undefined,
  report: Report,
): RunbookInput[] {
  const names = new Set<string>();
  return (written ?? []).map((input, i) => {
    const path = `spec.inputs[${i}]`;
    const type = input.type ?? (input.choices ? 'choice' : 'string');
    if (names.has(input.name)) {
      report.error(
        `${path}.name`,
        'duplicate-id',
        'Another input has this name.',
        { found: input.name, allowed: 'a name of its own' },
      );
    }
    names.add(input.name);
    for (const [field, types] of Object.entries(fieldsOf)) {
      if (
        input[field as keyof WrittenInput] !== undefined &&
        !types.includes(type)
      ) {
        report.error(
          `${path}.${field}`,
          'misplaced-field',
          `Only inputs of type ${types.join(' or ')} have this field.`,
          { found: type, allowed: types.join(' | ') },
        );
      }
    }
    if (type === 'choice' && !input.choices) {
      report.error(`${path}.choices`, 'missing', 'A choice has choices.', {
        found: undefined,
        allowed: 'a list of texts',
      });
    }
    if (input.pattern !== undefined && !readPattern(input.pattern)) {
      report.error(
        `${path}.pattern`,
        'invalid',
        'Not a regular expression that can be matched in linear time.',
        {
          found: input.pattern,
          allowed: 'RE2: no look-around, no back references',
        },
      );
    }
    if (
      input.minimum !== undefined &&
      input.maximum !== undefined &&
      input.minimum > input.maximum
    ) {
      report.error(`${path}.minimum`, 'invalid', 'More than the maximum.', {
        found: input.minimum,
        allowed: `at most ${input.maximum}`,
      });
    }
    const compiled: RunbookInput = compact({
      ...input,
      title: input.title ?? input.name,
      type,
      required: input.required ?? input.default === undefined,
    });
    if (compiled.default !== undefined && compiled.default !== null) {
      const read = readInput(compiled, compiled.default);
      if ('value' in read) return { ...compiled, default: read.value };
      report.error(
        `${path}.default`,
        'invalid',
        `The default is not a value of this input: ${read.text}.`,
        { found: input.default },
      );
    }
    return compiled;
  });
}
