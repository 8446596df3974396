import type { May, Sentence } from '@ghostlight/plugin-runbooks-common';
import { OWNER } from './catalog';

const MINUTE = 60_000;

/** An instant some minutes before. */
export function ago(now: number, minutes: number): string {
  return new Date(now - minutes * MINUTE).toISOString();
}

/** As the backend says it: a sentence among the parameters is quoted. */
export function say(
  code: string,
  text: string,
  params: Record<string, string | number | Sentence> = {},
): Sentence {
  const all = Object.entries(params);
  const parts = all.filter(
    (entry): entry is [string, Sentence] => typeof entry[1] === 'object',
  );
  return {
    code,
    text,
    params: Object.fromEntries(
      all.map(([name, value]) => [
        name,
        typeof value === 'object' ? value.text : value,
      ]),
    ),
    parts: Object.fromEntries(parts),
  };
}

export const MAY: May = { allowed: true, who: [OWNER] };

export const MAY_NOT: May = {
  allowed: false,
  who: [OWNER],
  why: say('may.owner', 'Only the owner may do this.', { owner: OWNER }),
};
