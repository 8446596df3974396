import { z } from 'zod';
import type { Finding } from '../objective';

type Path = readonly PropertyKey[];

const typeWords: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true | false',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
};

/** `spec.objectives[0].target` */
export function pathOf(path: Path): string {
  return path.reduce<string>((text, segment) => {
    if (typeof segment === 'number') return `${text}[${segment}]`;
    return text ? `${text}.${String(segment)}` : String(segment);
  }, '');
}

/** What stood there, on one line and short. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    return `a mapping of ${Object.keys(value).slice(0, 5).join(', ')}`.slice(
      0,
      80,
    );
  }
  const text = typeof value === 'string' ? value : String(value);
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

export function errorAt(
  path: string,
  code: string,
  message: string,
  details?: { found?: unknown; allowed?: string },
): Finding {
  return finding('error', path, code, message, details);
}

export function warningAt(
  path: string,
  code: string,
  message: string,
  details?: { found?: unknown; allowed?: string },
): Finding {
  return finding('warning', path, code, message, details);
}

export function finding(
  severity: Finding['severity'],
  path: string,
  code: string,
  message: string,
  details: { found?: unknown; allowed?: string } = {},
): Finding {
  return {
    severity,
    code,
    path,
    message,
    ...('found' in details ? { found: quote(details.found) } : {}),
    ...(details.allowed ? { allowed: details.allowed } : {}),
  };
}

/** Zod's issues in our words; unknown fields are warnings. */
export function findingsOfIssues(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  schema: z.ZodType,
): Finding[] {
  return issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, issue.path);
      return issue.keys.map(key =>
        warningAt(
          pathOf([...issue.path, key]),
          'unknown-field',
          'This field is not known and is left out.',
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

export function valueAt(value: unknown, path: Path): unknown {
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
