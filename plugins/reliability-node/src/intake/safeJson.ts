/**
 * JSON as text that both databases keep, and that PostgreSQL's JSON functions read: without U+0000 and
 * without halves of surrogate pairs. U+0000 is left out, a half becomes U+FFFD.
 *
 * @public
 */
export function safeJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  if (!text.includes('\\u0000') && !text.includes('\\ud')) return text;
  // Escapes are matched one after the other, so that `\\u0000` is a backslash and five characters.
  return text.replace(
    /\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g,
    (escape: string) => {
      if (escape === '\\u0000') return '';
      return /^\\ud/.test(escape) ? '\ufffd' : escape;
    },
  );
}
