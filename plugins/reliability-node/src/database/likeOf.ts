/**
 * A pattern for `… like ? escape '\'` on text in lower case that finds it anywhere, taken literally.
 *
 * @public
 */
export function likeOf(text: string): string {
  const literal = text.toLowerCase().replace(/[\\%_]/g, c => `\\${c}`);
  return `%${literal}%`;
}
