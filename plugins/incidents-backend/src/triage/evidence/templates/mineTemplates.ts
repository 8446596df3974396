import { hasDigit, mark, tokensOf } from './tokensOf';

/** A line of a log. Epoch milliseconds. */
export interface MinedLine {
  at: number;
  level?: string;
  text: string;
  /** Whether it is of the time before the incident, to compare with. */
  before: boolean;
}

/** What lines have in common, how often they came, and the first of them. */
export interface LogTemplate {
  text: string;
  level?: string;
  count: number;
  before: number;
  first: number;
  last: number;
  example: string;
}

interface Cluster extends LogTemplate {
  tokens: string[];
}

/** Lines with less in common are of different statements. */
const leastLikeness = 0.5;
/** More clusters than this in one leaf are no templates: what is left over goes to the likest. */
const mostInLeaf = 50;

/**
 * Finds the templates of lines, as Drain does (He et al., ICWS 2017): lines of as many words and the same
 * first words are compared with what came before, and where they differ a mark takes the word's place. One
 * pass; a line is compared with 50 others at most.
 */
export function mineTemplates(lines: Iterable<MinedLine>): LogTemplate[] {
  const leaves = new Map<string, Cluster[]>();
  for (const line of lines) {
    const tokens = tokensOf(line.text);
    if (!tokens.length) continue;
    const key = keyOf(tokens, line.level);
    let leaf = leaves.get(key);
    if (!leaf) leaves.set(key, (leaf = []));
    const cluster = likest(leaf, tokens);
    if (cluster) add(cluster, tokens, line);
    else leaf.push(begin(tokens, line));
  }
  return [...leaves.values()].flat().map(({ tokens, ...template }) => ({
    ...template,
    text: tokens.join(' '),
  }));
}

function keyOf(tokens: string[], level: string = ''): string {
  const first = tokens.slice(0, 2).map(each => (hasDigit(each) ? mark : each));
  return [tokens.length, level, ...first].join('\n');
}

function likest(leaf: Cluster[], tokens: string[]): Cluster | undefined {
  let best: Cluster | undefined;
  let most = -1;
  for (const cluster of leaf) {
    const likeness = likenessOf(cluster.tokens, tokens);
    if (likeness > most) {
      most = likeness;
      best = cluster;
    }
  }
  return most >= leastLikeness || leaf.length >= mostInLeaf ? best : undefined;
}

function likenessOf(one: string[], other: string[]): number {
  let same = 0;
  for (let at = 0; at < one.length; at++) if (one[at] === other[at]) same += 1;
  return same / one.length;
}

function begin(tokens: string[], line: MinedLine): Cluster {
  return {
    tokens,
    text: '',
    level: line.level,
    count: line.before ? 0 : 1,
    before: line.before ? 1 : 0,
    first: line.at,
    last: line.at,
    example: line.text,
  };
}

function add(cluster: Cluster, tokens: string[], line: MinedLine): void {
  const differs = cluster.tokens.map((token, at) => token !== tokens[at]);
  cluster.tokens = cluster.tokens.map((token, at) =>
    // Without its name nobody would know that a value is a secret.
    differs[at] || (differs[at - 1] && /[:=]["']?$/.test(tokens[at - 1]))
      ? mark
      : token,
  );
  // When it was seen during the incident counts, if it was.
  if (!line.before && cluster.count === 0) {
    cluster.first = line.at;
    cluster.last = line.at;
    cluster.example = line.text;
  } else if (line.before === (cluster.count === 0)) {
    cluster.first = Math.min(cluster.first, line.at);
    cluster.last = Math.max(cluster.last, line.at);
  }
  if (line.before) cluster.before += 1;
  else cluster.count += 1;
}
