/**
 * Whether a text is what a pattern of the configuration says, in which `*` stands for any text.
 *
 * @public
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const [head, ...pieces] = pattern.split('*');
  const tail = pieces.pop();
  if (tail === undefined) return text === pattern;
  const end = text.length - tail.length;
  if (end < head.length || !text.startsWith(head) || !text.endsWith(tail))
    return false;
  let at = head.length;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
