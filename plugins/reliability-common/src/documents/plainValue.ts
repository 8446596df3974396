import type { JsonObject, JsonValue } from '@backstage/types';
import type { DocumentFinding } from './Finding';

const MAX_DEPTH = 40;
const MAX_NODES = 10_000;
const MAX_STRING = 65_536;

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of a parsed value that is safe to work on: bounded in depth, size and string length, and
 * without keys that reach a prototype. What breaks a bound is named and the copy refused; what is no
 * character, and no database takes, is replaced.
 *
 * @public
 */
export function plainValue(input: unknown): {
  value?: JsonValue;
  findings: DocumentFinding[];
} {
  const findings: DocumentFinding[] = [];
  let nodes = 0;
  let refused = false;

  function refuse(code: string, path: string, message: string) {
    if (!refused) findings.push({ severity: 'error', code, path, message });
    refused = true;
    return null;
  }

  function copy(value: unknown, path: string, depth: number): JsonValue {
    if (refused) return null;
    nodes += 1;
    if (nodes > MAX_NODES) {
      return refuse(
        'too-large',
        '',
        `The document has more than ${MAX_NODES} values.`,
      );
    }
    if (typeof value === 'string' && value.length > MAX_STRING) {
      return refuse(
        'too-large',
        shorten(path),
        `A text of ${value.length} characters; at most ${MAX_STRING} are taken.`,
      );
    }
    if (typeof value === 'object' && value !== null) {
      if (depth >= MAX_DEPTH) {
        return refuse(
          'too-deep',
          shorten(path),
          `Nested more than ${MAX_DEPTH} levels deep.`,
        );
      }
      if (Array.isArray(value)) {
        return value.map((item, i) => copy(item, `${path}[${i}]`, depth + 1));
      }
      const result: JsonObject = {};
      for (const [key, item] of Object.entries(value)) {
        const at = path ? `${path}.${key}` : key;
        if (forbiddenKeys.has(key)) {
          findings.push({
            severity: 'warning',
            code: 'unknown-field',
            path: shorten(at),
            message: 'This field is not known and is left out.',
          });
        } else if (item !== undefined) {
          result[key] = copy(item, at, depth + 1);
        }
      }
      return result;
    }
    if (typeof value === 'string') {
      return value.replace(/\0|\p{Surrogate}/gu, '\ufffd');
    }
    if (typeof value === 'number' || typeof value === 'boolean') {
      return value;
    }
    return null;
  }

  const value = copy(input, '', 0);
  return refused ? { findings } : { value, findings };
}

function shorten(path: string): string {
  return path.length > 200 ? `${path.slice(0, 199)}…` : path;
}
