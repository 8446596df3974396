import { InputError } from '@backstage/errors';
import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { compile, type Mistake } from './compile';
import type { Rotations } from './Rotations';
import { rotationDocument } from './schema';

/** More are not told of at once. */
const mistakesShown = 20;

/**
 * Rotations from the text of a YAML file.
 *
 * @throws InputError with a line for each mistake: file, line and column, field, and what to write
 */
export function readDocument(text: string, file: string): Rotations {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });
  if (yaml.errors.length) {
    throw refusal(
      yaml.errors.map(({ pos, message }) => {
        const { line, col } = lines.linePos(pos[0]);
        return `${file}:${line}:${col} ${message.split('\n')[0]}`;
      }),
    );
  }
  return read(yaml.toJS(), mistake => {
    const { line, col } = lines.linePos(positionOf(yaml, mistake));
    return `${file}:${line}:${col}`;
  });
}

/**
 * Rotations written in the configuration.
 *
 * @throws InputError as readDocument, with the configuration's key in the place of the file
 */
export function readInline(value: unknown, key: string): Rotations {
  return read(value, () => key);
}

function read(value: unknown, where: (mistake: Mistake) => string): Rotations {
  const parsed = rotationDocument.safeParse(value);
  const compiled = parsed.success ? compile(parsed.data) : undefined;
  const mistakes =
    compiled?.mistakes ?? parsed.error?.issues.map(toMistake) ?? [];
  if (!compiled || mistakes.length)
    throw refusal(
      mistakes.map(
        mistake =>
          `${where(mistake)} ${pathText(mistake.path)}${mistake.message}`,
      ),
    );
  return compiled.rotations;
}

function toMistake(issue: z.core.$ZodIssue): Mistake {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map(key => `'${key}'`).join(', ');
    return {
      path: [...issue.path, issue.keys[0]],
      atKey: true,
      message: `${keys} is not known here; take it out, or check how it is spelt`,
    };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { path: [...issue.path], message: 'is missing' };
  return { path: [...issue.path], message: issue.message };
}

/** Where in the text a field is, or what it would be in. */
function positionOf(yaml: Document, { path, atKey }: Mistake): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = yaml.getIn(path.slice(0, depth - 1), true);
    const key = path[depth - 1];
    const node = yaml.getIn(path.slice(0, depth), true);
    const pair = isMap(parent)
      ? parent.items.find(item => String(item.key) === String(key))
      : undefined;
    for (const candidate of atKey ? [pair?.key] : [node, pair?.key])
      if (hasRange(candidate)) return candidate.range[0];
  }
  return 0;
}

function hasRange(node: unknown): node is { range: [number, ...number[]] } {
  return (
    typeof node === 'object' &&
    node !== null &&
    'range' in node &&
    Array.isArray(node.range)
  );
}

function pathText(path: PropertyKey[]): string {
  const text = path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return text && `${text}: `;
}

function refusal(lines: string[]): InputError {
  const more = lines.length - mistakesShown;
  return new InputError(
    [
      ...lines.slice(0, mistakesShown),
      ...(more > 0 ? [`and ${more} more`] : []),
    ].join('\n'),
  );
}
