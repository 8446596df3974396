import type { Sentence } from '@ghostlight/plugin-incidents-common';

/** As `say` of `reliability-node`, whose other parts a terminal need not load. */
export function said(
  code: string,
  text: string,
  params: Record<string, string | number> = {},
): Sentence {
  return { code: `triage.${code}`, text, params };
}
