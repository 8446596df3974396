import { toUSVString } from 'node:util';
import type { z } from 'zod';
import type { Said } from './Said';

/**
 * `alerts[3].labels["a b"]`
 *
 * @public
 */
export function fieldPath(
  path: readonly PropertyKey[],
  prefix: string = '',
): string {
  let text = prefix;
  for (const part of path) {
    const name = String(part);
    if (typeof part === 'number') text += `[${name}]`;
    else if (!/^[A-Za-z_$][\w$]*$/.test(name))
      text += `[${JSON.stringify(toUSVString(name.slice(0, 80)))}]`;
    else text += text ? `.${name}` : name;
  }
  return text;
}

/**
 * The first thing that zod found wrong, in words for the sender.
 *
 * @public
 */
export function issueOf(
  error: z.ZodError,
  prefix: string = '',
): { reason: string; field?: string; said?: Said } {
  const [issue] = error.issues;
  const field = fieldPath(issue.path, prefix);
  const said = saidOf(issue);
  return {
    reason: issue.message,
    ...(field && { field }),
    ...(said && { said }),
  };
}

function saidOf(issue: z.core.$ZodIssue): Said | undefined {
  if (issue.code === 'invalid_type')
    return { code: 'unreadable.type', params: { expected: issue.expected } };
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ').slice(0, 300);
    return { code: 'unreadable.value', params: { values } };
  }
  if (issue.code === 'too_big' || issue.code === 'too_small')
    return {
      code: issue.code === 'too_big' ? 'unreadable.long' : 'unreadable.short',
      params: {},
    };
  return undefined;
}
