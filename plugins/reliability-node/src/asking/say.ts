/**
 * Something said: in English, and as a code with parameters for other languages.
 *
 * @public
 */
export interface SaidSentence {
  code: string;
  text: string;
  params?: Record<string, string | number>;
}

/** @public */
export function say(
  code: string,
  text: string,
  params?: Record<string, string | number>,
): SaidSentence {
  return params ? { code, text, params } : { code, text };
}
