/** A pattern for `lower(…) like ? escape '\'` that finds the text anywhere, taken literally. */
export function likeOf(text: string): string {
  const literal = text.toLowerCase().replace(/[\\%_]/g, c => `\\${c}`);
  return `%${literal}%`;
}
