import type { Sentence } from '@ghostlight/plugin-runbooks-common';

const longest = 1000;

/** A sentence whose code begins with `action.kubernetes.` */
export function say(
  code: string,
  text: string,
  params?: Record<string, string | number>,
): Sentence {
  return {
    code: `action.kubernetes.${code}`,
    text: text.slice(0, longest),
    ...(params && { params }),
  };
}
