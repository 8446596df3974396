/**
 * Something said: in English, and as a code with parameters for other languages.
 *
 * @public
 */
export interface SaidSentence {
  code: string;
  text: string;
  params?: Record<string, string | number>;
  /** Parameters that are sentences themselves, by name; `params` has their English. */
  parts?: Record<string, SaidSentence>;
}

/**
 * Says something.
 *
 * @param params - a sentence among them is quoted, and can be said in other languages too
 * @public
 */
export function say(
  code: string,
  text: string,
  params?: Record<string, string | number | SaidSentence>,
): SaidSentence {
  if (!params) return { code, text };
  const all = Object.entries(params);
  const parts = all.filter(
    (entry): entry is [string, SaidSentence] => typeof entry[1] === 'object',
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
    ...(parts.length && { parts: Object.fromEntries(parts) }),
  };
}
