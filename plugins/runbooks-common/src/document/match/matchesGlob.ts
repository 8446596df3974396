/**
 * Whether a text is what a glob says; `*` stands for any characters. Each piece is taken where it comes
 * first, so nothing is looked at twice.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const [head, ...pieces] = glob.split('*');
  const tail = pieces.pop();
  if (tail === undefined) return text === head;
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
