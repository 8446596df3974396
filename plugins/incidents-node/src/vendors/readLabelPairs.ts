/**
 * Names and values of an annotation, `namespace=shop, app=payments`: at most ten. Undefined when it is none
 * of these, or a name has another form than asked for.
 *
 * @public
 */
export function readLabelPairs(
  text: string | undefined,
  name: RegExp,
): [string, string][] | undefined {
  const parts = text?.split(',').map(part => part.trim()) ?? [];
  if (!parts.length || parts.length > 10) return undefined;
  const pairs: [string, string][] = [];
  for (const part of parts) {
    const at = part.indexOf('=');
    const pair: [string, string] = [
      part.slice(0, at).trim(),
      part.slice(at + 1).trim(),
    ];
    if (at < 1 || !pair[1] || pair[1].length > 300 || !name.test(pair[0]))
      return undefined;
    pairs.push(pair);
  }
  return pairs;
}
