import type { z } from 'zod';
import type { RulesFinding } from './RulesFinding';

type Path = readonly PropertyKey[];

const typeWords: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
};

/** Zod's issues in words: the field, its line, what is wrong, what to write. */
export function findingsOfIssues(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  lineAt: (path: Path) => number,
): RulesFinding[] {
  return issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => {
        const path = [...issue.path, key];
        return {
          field: fieldOf(path),
          line: lineAt(path),
          message: 'This field is not known.',
          fix: 'Remove it, or correct its name.',
        };
      });
    }
    const missing = valueAt(value, issue.path) === undefined;
    return {
      field: fieldOf(issue.path),
      line: lineAt(issue.path),
      message: missing ? 'This field is required.' : messageOf(issue),
      fix: fixOf(issue),
    };
  });
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format')
    return issue.message;
  return 'This field does not take such a value.';
}

function fixOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return String(issue.params?.fix ?? 'Correct it.');
    case 'invalid_format':
      return 'Write kind:namespace/name, such as component:default/{app}.';
    case 'invalid_type':
      return `Write ${typeWords[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `Write ${issue.values.map(String).join(' or ')}.`;
    case 'too_small':
      return `Give at least ${issue.minimum}${unitOf(issue.origin)}.`;
    case 'too_big':
      return `Give at most ${issue.maximum}${unitOf(issue.origin)}.`;
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(fixOf))].join(' Or: ');
    default:
      return 'Correct it.';
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

/** `spec.incidents.rules[2].severity` */
function fieldOf(path: Path): string {
  if (!path.length) return '(document)';
  return path.reduce<string>((field, segment) => {
    if (typeof segment === 'number') return `${field}[${segment}]`;
    const name = String(segment).slice(0, 100) || '""';
    return field ? `${field}.${name}` : name;
  }, '');
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, segment) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, segment)
        ? (at as Record<PropertyKey, unknown>)[segment]
        : undefined,
    value,
  );
}
