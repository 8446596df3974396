import { Document, isCollection, isMap, isScalar, type Node } from 'yaml';

type Place = readonly (string | number)[];

/** What is said of a value, above it. */
export interface Comment {
  at: Place;
  text: string;
}

/**
 * A value as one YAML document: keys in the order that they have, comments above what they explain,
 * texts quoted wherever a reader of YAML 1.1 or 1.2 would take them for something else.
 *
 * @param options - `head` is said at the top
 */
export function printYaml(
  value: object,
  options: { head?: string; comments?: readonly Comment[] } = {},
): string {
  const document = new Document(value, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
    version: '1.2',
  });
  for (const { at, text } of options.comments ?? []) {
    const node = nodeAt(document.contents, at);
    if (node) node.commentBefore = commentOf(text);
  }
  const body = document.toString({ lineWidth: 0 });
  const head = options.head ? `${linesOf(options.head)}\n` : '';
  return `${head}${body}`;
}

/** The key of a field, or the item of a list. */
function nodeAt(root: unknown, at: Place): Node | undefined {
  const last = at[at.length - 1];
  const holder = at
    .slice(0, -1)
    .reduce<unknown>(
      (node, key) => (isCollection(node) ? node.get(key, true) : undefined),
      root,
    );
  if (isMap(holder)) {
    const pair = holder.items.find(
      ({ key }) => isScalar(key) && key.value === last,
    );
    return pair?.key as Node | undefined;
  }
  return isCollection(holder)
    ? (holder.get(last, true) as Node | undefined)
    : undefined;
}

function commentOf(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map(line => ` ${line}`)
    .join('\n');
}

function linesOf(text: string): string {
  return commentOf(text)
    .split('\n')
    .map(line => `#${line}`)
    .join('\n');
}
