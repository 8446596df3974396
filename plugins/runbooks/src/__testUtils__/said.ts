import type { May, Sentence } from '@ghostlight/plugin-runbooks-common';
import { OWNER } from './catalog';

const MINUTE = 60_000;

/** An instant some minutes before. */
export function ago(now: number, minutes: number): string {
  return new Date(now - minutes * MINUTE).toISOString();
}

export function say(
  code: string,
  text: string,
  params?: Sentence['params'],
): Sentence {
  return { code, text, params };
}

export const MAY: May = { allowed: true, who: [OWNER] };

export const MAY_NOT: May = {
  allowed: false,
  who: [OWNER],
  why: say('may.owner', 'Only the owner may do this.', { owner: OWNER }),
};
