import { precedence } from './precedence';
import { printDuration, printNumber, quote } from './literals';
import type { QueryDuration, QueryNode, QueryTime } from './QueryNode';

/** Words that the grammar may take for something else where a metric name stands. */
const reserved = new Set(
  `and atan2 avg bool bottomk by count count_values end fill fill_left fill_right group group_left
  group_right ignoring inf limit_ratio limitk max min nan offset on or anchored quantile smoothed
  start stddev stdvar sum topk unless without`.split(/\s+/),
);

const plainLabel = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

function label(name: string): string {
  return plainLabel.test(name) ? name : quote(name);
}

function labels(names: string[]): string {
  return `(${names.map(label).join(', ')})`;
}

function duration(value: QueryDuration): string {
  return 'ms' in value ? printDuration(value.ms) : value.placeholder;
}

function time({ at, offset }: QueryTime): string {
  let text = '';
  if (at)
    text += ` @ ${'edge' in at ? `${at.edge}()` : printNumber(at.seconds)}`;
  if (offset)
    text += ` offset ${offset.negative ? '-' : ''}${duration(offset)}`;
  return text;
}

function selector(node: Extract<QueryNode, { type: 'selector' }>): string {
  const plain =
    node.name !== undefined &&
    /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(node.name) &&
    !reserved.has(node.name.toLocaleLowerCase('en-US'));
  const matchers = node.matchers.map(
    m => `${label(m.label)}${m.op}${quote(m.value)}`,
  );
  if (node.name !== undefined && !plain)
    matchers.unshift(`__name__=${quote(node.name)}`);
  const braces = matchers.length || !plain ? `{${matchers.join(',')}}` : '';
  const range = node.range ? `[${duration(node.range)}]` : '';
  return `${plain ? node.name : ''}${braces}${range}${time(node)}`;
}

function binary(node: Extract<QueryNode, { type: 'binary' }>): string {
  const own = precedence[node.op];
  const side = (child: QueryNode, first: boolean) => {
    const text = printQuery(child);
    if (child.type === 'unary') {
      const bare = child.expr.type === 'number' && !(first && node.op === '^');
      return bare ? text : `(${text})`;
    }
    if (child.type !== 'binary') return text;
    const theirs = precedence[child.op];
    const associates = first === (node.op !== '^');
    return theirs > own || (theirs === own && associates) ? text : `(${text})`;
  };
  const { matching } = node;
  const modifiers = [
    node.op,
    ...(node.bool ? ['bool'] : []),
    ...(matching ? [`${matching.kind} ${labels(matching.labels)}`] : []),
    ...(matching?.group
      ? [`group_${matching.group.side} ${labels(matching.group.labels)}`]
      : []),
  ].join(' ');
  return `${side(node.left, true)} ${modifiers} ${side(node.right, false)}`;
}

/**
 * Prints a query in one line, with the parentheses it needs and no others.
 *
 * @public
 */
export function printQuery(node: QueryNode): string {
  switch (node.type) {
    case 'number':
      return printNumber(node.value);
    case 'string':
      return quote(node.value);
    case 'selector':
      return selector(node);
    case 'subquery': {
      const inner = printQuery(node.expr);
      const bare = node.expr.type === 'call' || node.expr.type === 'aggregate';
      const step = node.step ? duration(node.step) : '';
      return `${bare ? inner : `(${inner})`}[${duration(
        node.range,
      )}:${step}]${time(node)}`;
    }
    case 'call':
      return `${node.name}(${node.args.map(printQuery).join(', ')})`;
    case 'aggregate': {
      const { grouping, param } = node;
      const clause = grouping
        ? ` ${grouping.mode} ${labels(grouping.labels)} `
        : '';
      const args = [...(param ? [param] : []), node.expr];
      return `${node.op}${clause}(${args.map(printQuery).join(', ')})`;
    }
    case 'unary': {
      const inner = printQuery(node.expr);
      const bare = node.expr.type !== 'binary' || node.expr.op === '^';
      return `${node.op}${bare ? inner : `(${inner})`}`;
    }
    default:
      return binary(node);
  }
}
