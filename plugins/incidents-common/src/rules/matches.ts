import type { Matcher } from '../api';

/**
 * What matchers look at.
 *
 * @public
 */
export interface Matchable {
  adapter: string;
  name: string;
  labels: Readonly<Record<string, string>>;
}

/**
 * Whether all matchers hold; none at all hold for everything. `adapter` and `name` are those of the
 * alert, whatever its labels say. A label that is not there equals the empty text and matches
 * nothing else. In a glob, `*` stands for any characters. Takes time in proportion to the texts.
 *
 * @public
 */
export function matches(
  matchers: readonly Matcher[],
  subject: Matchable,
): boolean {
  return matchers.every(matcher => holds(matcher, valueOf(matcher, subject)));
}

function valueOf(
  { label }: Matcher,
  { adapter, name, labels }: Matchable,
): string | undefined {
  if (label === 'adapter') return adapter;
  if (label === 'name') return name;
  return Object.hasOwn(labels, label) ? labels[label] : undefined;
}

function holds(
  { value: wanted, mode }: Matcher,
  value: string | undefined,
): boolean {
  if (value === undefined) return wanted === '' && mode === 'equals';
  if (mode === 'prefix') return value.startsWith(wanted);
  if (mode === 'glob') return matchesGlob(wanted, value);
  return value === wanted;
}

/** Each piece is taken where it comes first, so nothing is looked at twice. */
function matchesGlob(glob: string, text: string): boolean {
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
