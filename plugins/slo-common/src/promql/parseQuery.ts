import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { isError } from '@backstage/errors';
import { parseDuration, parseNumber, unquote } from './literals';
import { climb } from './climb';
import type { Operator, Token } from './climb';
import { precedence } from './precedence';
import { QuerySyntaxError } from './QuerySyntaxError';
import type {
  QueryDuration,
  QueryMatcher,
  QueryMatching,
  QueryNode,
  QueryTime,
} from './QueryNode';

const maxLength = 10_000;
const maxDepth = 100;

/** Strings and comments, so that stand-ins inside them stay; then the stand-ins themselves. */
const lexeme =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|#[^\n]*|(\{\{\s*\.?\w+\s*\}\}|\$\{\w+\}|\$\w+)/g;

/**
 * The grammar knows no stand-ins. A duration of the same length takes their place, so that every
 * position in the tree is one in the text; the text itself then tells which durations they were.
 */
function withoutPlaceholders(text: string): string {
  return text.replace(lexeme, (all, placeholder) =>
    placeholder ? `${'0'.repeat(all.length - 2)}1m` : all,
  );
}

/** Turns the grammar's tree into ours. */
class Reader {
  constructor(private readonly text: string) {}

  fail(node: SyntaxNode, message: string): never {
    throw new QuerySyntaxError(this.text, node.from, message);
  }

  slice(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  string(node: SyntaxNode): string {
    try {
      return unquote(this.slice(node));
    } catch (error) {
      return this.fail(node, isError(error) ? error.message : 'not a string');
    }
  }

  /** The nodes of the next level that are expressions: everything but punctuation and modifiers. */
  expressions(node: SyntaxNode): SyntaxNode[] {
    return children(node).filter(child => child.type.is('Expr'));
  }

  duration(node: SyntaxNode): QueryDuration {
    const text = this.slice(node).trim();
    if (/^[{$]/.test(text)) return { placeholder: text };
    const ms = parseDuration(text);
    if (ms === undefined)
      return this.fail(node, 'only a plain duration such as 5m may stand here');
    if (ms <= 0) return this.fail(node, 'a duration must be above zero');
    return { ms };
  }

  offset(node: SyntaxNode): QueryTime['offset'] {
    const sign = node.getChild('UnaryOp');
    const length = sign ? node.getChild('OffsetDurationExpr') ?? node : node;
    const negative = sign !== null && this.slice(sign) === '-';
    if (/^0+(ms|[smhdwy])?$/.test(this.slice(length))) return undefined;
    const duration = this.duration(length);
    return negative ? { ...duration, negative } : duration;
  }

  at(node: SyntaxNode): QueryTime['at'] {
    const edge = node.getChild('AtModifierPreprocessors');
    if (edge)
      return {
        edge: this.slice(edge).toLocaleLowerCase('en-US') as 'start' | 'end',
      };
    const value = node.getChildren('NumberDurationLiteral').pop();
    const text = value ? this.slice(value) : '';
    const seconds = parseNumber(text.replace(/^[+-]\s*/, ''));
    if (seconds === undefined || !Number.isFinite(seconds))
      return this.fail(node, 'only a number of seconds may follow @');
    return { seconds: text.startsWith('-') ? -seconds : seconds };
  }

  matchers(node: SyntaxNode): QueryMatcher[] {
    const list: QueryMatcher[] = [];
    for (const child of children(node)) {
      if (child.name === 'QuotedLabelName') {
        const value = this.string(child.getChild('StringLiteral')!);
        list.push({ label: '__name__', op: '=', value });
      } else if (/LabelMatcher$/.test(child.name)) {
        const quoted = child.getChild('QuotedLabelName');
        const label = quoted
          ? this.string(quoted.getChild('StringLiteral')!)
          : this.slice(child.getChild('LabelName')!);
        const op = this.slice(child.getChild('MatchOp')!) as QueryMatcher['op'];
        const value = this.string(child.getChild('StringLiteral')!);
        list.push({ label, op, value });
      }
    }
    return list;
  }

  selector(node: SyntaxNode): QueryNode {
    const identifier = node.getChild('Identifier');
    const braces = node.getChild('LabelMatchers');
    const matchers = braces ? this.matchers(braces) : [];
    const named = matchers.findIndex(
      m => m.label === '__name__' && m.op === '=' && m.value !== '',
    );
    if (identifier && matchers.some(m => m.label === '__name__'))
      return this.fail(node, 'the metric name is given twice');
    if (identifier)
      return { type: 'selector', name: this.slice(identifier), matchers };
    if (named < 0) return { type: 'selector', matchers };
    const [{ value: name }] = matchers.splice(named, 1);
    return { type: 'selector', name, matchers };
  }

  labels(node: SyntaxNode): string[] {
    return children(node).map(child =>
      child.name === 'QuotedLabelName'
        ? this.string(child.getChild('StringLiteral')!)
        : this.slice(child),
    );
  }

  matching(node: SyntaxNode): QueryMatching {
    const [labels, included] = node.getChildren('GroupingLabels');
    const result: QueryMatching = {
      kind: node.getChild('On') ? 'on' : 'ignoring',
      labels: this.labels(labels),
    };
    const left = node.getChild('GroupLeft');
    if (left || node.getChild('GroupRight'))
      result.group = {
        side: left ? 'left' : 'right',
        labels: included ? this.labels(included) : [],
      };
    return result;
  }

  number(node: SyntaxNode, digits: string): QueryNode {
    const value = parseNumber(digits);
    const ms = value === undefined ? parseDuration(digits) : undefined;
    if (value === undefined && ms === undefined)
      return this.fail(node, `unexpected "${digits}"`);
    return { type: 'number', value: value ?? ms! / 1000 };
  }

  operator(node: SyntaxNode, [left]: SyntaxNode[]): Operator {
    const op = this.slice(left.nextSibling!).toLocaleLowerCase('en-US');
    if (!(op in precedence) || node.getChild('FillModifier'))
      this.fail(left.nextSibling!, 'trim and fill operators are not supported');
    const clause = node.getChild('MatchingModifierClause');
    return {
      op,
      ...(node.getChild('BoolModifier') && { bool: true as const }),
      ...(clause && { matching: this.matching(clause) }),
    };
  }

  aggregate(node: SyntaxNode, depth: number): QueryNode {
    const op = this.slice(node.getChild('AggregateOp')!);
    const modifier = node.getChild('AggregateModifier');
    const args = this.expressions(node.getChild('FunctionCallBody')!);
    if (args.length < 1 || args.length > 2)
      this.fail(node, `${op} takes an expression, or a parameter and one`);
    const [expr, param] = args.reverse().map(arg => this.node(arg, depth));
    return {
      type: 'aggregate',
      op: op.toLocaleLowerCase('en-US'),
      ...(modifier && {
        grouping: {
          mode: modifier.getChild('By')
            ? ('by' as const)
            : ('without' as const),
          labels: this.labels(modifier.getChild('GroupingLabels')!),
        },
      }),
      ...(param && { param }),
      expr,
    };
  }

  /** Adds a range, `offset` or `@` to the operand before it, where Prometheus allows one. */
  postfix(node: SyntaxNode, expr: QueryNode, bare: boolean): QueryNode {
    const [range, step] = node.getChildren('DurationExpr');
    if (node.name === 'SubqueryExpr')
      return {
        type: 'subquery',
        expr,
        range: this.duration(range),
        ...(step && { step: this.duration(step) }),
      };
    if (!bare || (expr.type !== 'selector' && expr.type !== 'subquery'))
      return this.fail(node, 'a range, offset or @ must follow a selector');
    if (node.name === 'MatrixSelector') {
      if ('range' in expr || expr.offset || expr.at)
        return this.fail(node, 'a range must follow a selector');
      return { ...expr, range: this.duration(range) };
    }
    if (node.name === 'OffsetExpr') {
      if (expr.offset) return this.fail(node, 'offset is given twice');
      const offset = this.offset(node.getChild('OffsetDurationExpr')!);
      return offset ? { ...expr, offset } : expr;
    }
    if (expr.at) return this.fail(node, '@ is given twice');
    return { ...expr, at: this.at(node) };
  }

  /** The operands and operators of an expression in the order they were written. */
  flatten(node: SyntaxNode, depth: number, tokens: Token[]): Token[] {
    if (tokens.length > 2 * maxDepth)
      this.fail(node, `more than ${maxDepth} operators in a row`);
    const expressions = this.expressions(node);
    switch (node.name) {
      case 'BinaryExpr':
        this.flatten(expressions[0], depth, tokens);
        tokens.push({ binary: this.operator(node, expressions) });
        return this.flatten(expressions[1], depth, tokens);
      case 'UnaryExpr':
        tokens.push({ unary: this.slice(node.getChild('UnaryOp')!) as '-' });
        return this.flatten(expressions[0], depth, tokens);
      case 'MatrixSelector':
      case 'SubqueryExpr':
      case 'OffsetExpr':
      case 'StepInvariantExpr': {
        this.flatten(expressions[0], depth, tokens);
        const last = tokens[tokens.length - 1] as { operand: QueryNode };
        const bare = !('closed' in last);
        tokens[tokens.length - 1] = {
          operand: this.postfix(node, last.operand, bare),
        };
        return tokens;
      }
      case 'NumberDurationLiteral': {
        const [, sign, digits] = /^([+-]?)\s*([^]*)$/.exec(this.slice(node))!;
        if (sign) tokens.push({ unary: sign as '-' });
        tokens.push({ operand: this.number(node, digits) });
        return tokens;
      }
      case 'ParenExpr':
        tokens.push({
          operand: this.node(expressions[0], depth),
          closed: true,
        });
        return tokens;
      default:
        tokens.push({ operand: this.primary(node, depth) });
        return tokens;
    }
  }

  primary(node: SyntaxNode, depth: number): QueryNode {
    switch (node.name) {
      case 'StringLiteral':
        return { type: 'string', value: this.string(node) };
      case 'VectorSelector':
        return this.selector(node);
      case 'FunctionCall': {
        const body = node.getChild('FunctionCallBody')!;
        return {
          type: 'call',
          name: this.slice(node.getChild('FunctionIdentifier')!),
          args: this.expressions(body).map(arg => this.node(arg, depth)),
        };
      }
      case 'AggregateExpr':
        return this.aggregate(node, depth);
      default:
        return this.fail(node, `${node.name} is not supported`);
    }
  }

  node(node: SyntaxNode, depth: number): QueryNode {
    if (depth > maxDepth)
      this.fail(node, `nested more than ${maxDepth} levels deep`);
    return climb(this.flatten(node, depth + 1, []));
  }
}

function children(node: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'LineComment') list.push(child);
  return list;
}

/**
 * Parses a PromQL query. Stand-ins for a duration (`{{.window}}`, `$__rate_interval`, `${window}`)
 * are kept as such. At most 10,000 characters and 100 levels.
 *
 * @throws QuerySyntaxError, an InputError, with the position of what does not fit.
 * @public
 */
export function parseQuery(text: string): QueryNode {
  if (text.length > maxLength)
    throw new QuerySyntaxError(
      text,
      maxLength,
      `the query is longer than ${maxLength.toLocaleString(
        'en-US',
      )} characters`,
    );
  const tree = parser.parse(withoutPlaceholders(text));
  tree.iterate({
    enter(node) {
      if (!node.type.isError) return;
      const found = text.slice(node.from, Math.max(node.to, node.from + 1));
      throw new QuerySyntaxError(
        text,
        node.from,
        found.trim()
          ? `unexpected "${found.slice(0, 40)}"`
          : 'incomplete query',
      );
    },
  });
  const reader = new Reader(text);
  const [top] = children(tree.topNode);
  return reader.node(top, 0);
}
