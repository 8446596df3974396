import { z } from 'zod';
import type { DocumentFinding } from './Finding';

type Path = readonly PropertyKey[];

const typeWords: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true | false',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
};

/**
 * `spec.objectives[0].target`
 *
 * @public
 */
export function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, segment) => {
    if (typeof segment === 'number') return `${text}[${segment}]`;
    return text ? `${text}.${String(segment)}` : String(segment);
  }, '');
}

/**
 * What stood there, on one line and short.
 *
 * @public
 */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).slice(0, 5).join(', ');
    return keys ? `a mapping of ${keys}`.slice(0, 80) : 'an empty mapping';
  }
  const text = typeof value === 'string' ? value : String(value);
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/**
 * An error at a place.
 *
 * @public
 */
export function errorAt(
  path: string,
  code: string,
  message: string,
  details?: { found?: unknown; allowed?: string },
): DocumentFinding {
  return finding('error', path, code, message, details);
}

/**
 * A warning at a place.
 *
 * @public
 */
export function warningAt(
  path: string,
  code: string,
  message: string,
  details?: { found?: unknown; allowed?: string },
): DocumentFinding {
  return finding('warning', path, code, message, details);
}

/**
 * An error, warning or remark at a place.
 *
 * @public
 */
export function finding(
  severity: DocumentFinding['severity'],
  path: string,
  code: string,
  message: string,
  details: { found?: unknown; allowed?: string } = {},
): DocumentFinding {
  return {
    severity,
    code,
    path,
    message,
    ...('found' in details ? { found: quote(details.found) } : {}),
    ...(details.allowed ? { allowed: details.allowed } : {}),
  };
}

/**
 * Zod's issues in our words. Unknown fields are warnings unless they are said to be errors.
 *
 * @param value - what was checked
 * @param schema - what it was checked with
 * @public
 */
export function findingsOfIssues(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  schema: z.ZodType,
  options: { unknownFields?: 'error' | 'warning' } = {},
): DocumentFinding[] {
  const strict = options.unknownFields === 'error';
  return issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, issue.path);
      return issue.keys.map(key =>
        finding(
          strict ? 'error' : 'warning',
          pathOf([...issue.path, key]),
          'unknown-field',
          strict
            ? 'This field is not known.'
            : 'This field is not known and is left out.',
          { found: key, ...(known ? { allowed: known } : {}) },
        ),
      );
    }
    const found = valueAt(value, issue.path);
    const { code, message, allowed } = wordsOf(issue, found);
    return [errorAt(pathOf(issue.path), code, message, { found, allowed })];
  });
}

function wordsOf(
  issue: z.core.$ZodIssue,
  found: unknown,
): { code: string; message: string; allowed?: string } {
  if (issue.code === 'custom') {
    const { code, allowed } = (issue.params ?? {}) as Record<string, string>;
    return { code: code ?? 'invalid', message: issue.message, allowed };
  }
  const allowed = allowedOf(issue);
  return found === undefined
    ? { code: 'missing', message: 'This field is required.', allowed }
    : { code: 'invalid', message: 'Not a value this field takes.', allowed };
}

function allowedOf(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_small':
      return `${issue.inclusive ? 'at least' : 'more than'} ${
        issue.minimum
      }${unitOf(issue.origin)}`;
    case 'too_big':
      return `${issue.inclusive ? 'at most' : 'less than'} ${
        issue.maximum
      }${unitOf(issue.origin)}`;
    case 'invalid_union':
      return [
        ...new Set(issue.errors.flat().map(inner => allowedOf(inner) ?? '')),
      ]
        .filter(Boolean)
        .join(' or ');
    default:
      return undefined;
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

/**
 * The value at a path; undefined where there is none.
 *
 * @public
 */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, segment) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, segment)
        ? (at as Record<PropertyKey, unknown>)[segment]
        : undefined,
    value,
  );
}

/** The fields a schema has at a path, for people. */
function knownKeys(schema: z.ZodType, path: Path): string | undefined {
  const at = path.reduce<z.core.$ZodType | undefined>((inner, segment) => {
    const here = unwrap(inner);
    if (here instanceof z.ZodObject) return here.shape[String(segment)];
    if (here instanceof z.ZodArray) return here.element;
    return undefined;
  }, schema);
  const here = unwrap(at);
  return here instanceof z.ZodObject
    ? Object.keys(here.shape).join(', ')
    : undefined;
}

function unwrap(
  schema: z.core.$ZodType | undefined,
): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) return unwrap(schema.out);
  return schema;
}
