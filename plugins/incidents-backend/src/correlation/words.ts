const mostWords = 24;
const longestText = 400;
const mostLabels = 40;
const longestLabel = 200;

/** Labels that say how a thing was found and not what it is. */
const leftOut = new Set([
  'alertname',
  'severity',
  'prometheus',
  'monitor',
  'receiver',
  'rule',
  'ruleId',
]);

/** Words of an alert's name and title: `HighErrorRate` has three. Numbers are left out. */
export function wordsOf(...texts: string[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    const parts = text
      .slice(0, longestText)
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLocaleLowerCase('en-US')
      .split(/[^\p{L}\p{N}]+/u);
    for (const part of parts)
      if (part.length > 2 && !/^\d/.test(part) && words.size < mostWords)
        words.add(part);
  }
  return [...words];
}

/** `name=value` of the labels that may tell what belongs together. */
export function labelPairs(labels: Readonly<Record<string, string>>): string[] {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(labels)) {
    if (leftOut.has(name) || !value || value.length > longestLabel) continue;
    if (pairs.push(`${name.slice(0, longestLabel)}=${value}`) >= mostLabels)
      break;
  }
  return pairs;
}
