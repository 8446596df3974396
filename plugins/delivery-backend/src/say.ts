import type { Sentence } from '@ghostlight/plugin-delivery-common';

/** Something said: in English, and as a code with parameters for other languages. */
export function say(
  code: string,
  text: string,
  params?: Record<string, string | number>,
): Sentence {
  return params ? { code, text, params } : { code, text };
}
