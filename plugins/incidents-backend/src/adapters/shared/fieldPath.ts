import { toUSVString } from 'node:util';
import type { z } from 'zod';

/** `alerts[3].labels["a b"]` */
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

/** The first thing that zod found wrong, in words for the sender. */
export function issueOf(
  error: z.ZodError,
  prefix: string = '',
): { reason: string; field?: string } {
  const [issue] = error.issues;
  const field = fieldPath(issue.path, prefix);
  return { reason: issue.message, ...(field && { field }) };
}
