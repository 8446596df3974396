import { isError } from '@backstage/errors';
import type { Finding, Indicator } from '../objective';
import { indicatorQueries, queryTexts } from './indicatorQueries';
import { matchesEmpty } from './matchesEmpty';
import { parseQuery } from './parseQuery';
import { printQuery } from './printQuery';
import { valueType } from './valueType';
import { isSingle } from './isSingle';
import { childrenOf, selectorsOf } from './walk';
import type { QueryMatcher, QueryNode } from './QueryNode';

/** Whether a matcher narrows what is selected: it names a value, or an expression that is not all or nothing. */
function narrows({ op, value }: QueryMatcher): boolean {
  if (op === '=') return value !== '';
  return op === '=~' && !/^\(*\.[*+]\)*$/.test(value) && !matchesEmpty(value);
}

/** A rate times a number: no count of events any more. */
function scaledRate(node: QueryNode): boolean {
  const isRate = (each: QueryNode): boolean =>
    (each.type === 'call' && (each.name === 'rate' || each.name === 'irate')) ||
    (each.type !== 'binary' && childrenOf(each).some(isRate));
  if (node.type === 'binary' && (node.op === '*' || node.op === '/')) {
    const { left, right } = node;
    if (right.type === 'number' && isRate(left)) return true;
    if (left.type === 'number' && isRate(right)) return true;
  }
  return childrenOf(node).some(scaledRate);
}

function checkQuery(text: string, counter: boolean): Omit<Finding, 'path'>[] {
  let written: QueryNode;
  try {
    written = parseQuery(text);
  } catch (error) {
    return [
      {
        severity: 'error',
        code: 'invalid-query',
        message: isError(error) ? error.message : 'Not a PromQL query',
        found: text.slice(0, 200),
        allowed: 'a PromQL query',
      },
    ];
  }
  const findings: Omit<Finding, 'path'>[] = [];
  if (!isSingle(written))
    findings.push({
      severity: 'warning',
      code: 'several-series',
      message:
        'The query may have several series as its answer, and is refused when it has',
      found: text.slice(0, 200),
      allowed: 'an aggregation such as sum(…) around it',
    });
  const selectors = selectorsOf(written);
  for (const selector of selectors)
    if (!selector.name && !selector.matchers.some(narrows))
      findings.push({
        severity: 'error',
        code: 'unbounded-selector',
        message: 'Nothing bounds the series that this selector matches',
        found: printQuery(selector).slice(0, 200),
        allowed: 'a metric name, or a matcher for one value of a label',
      });
  if (!selectors.length)
    findings.push({
      severity: 'warning',
      code: 'constant-query',
      message: 'The query selects no series, its answer is always the same',
      found: text.slice(0, 200),
    });
  if (counter && scaledRate(written))
    findings.push({
      severity: 'warning',
      code: 'scaled-rate',
      message:
        'The rate is multiplied; for counters the increase is taken, and the number then scales the count of events',
      found: text.slice(0, 200),
      allowed: 'the counter itself, such as sum(http_requests_total)',
    });
  return findings;
}

/**
 * What is wrong with an indicator's queries, found without asking Prometheus: syntax, selectors
 * without a bound, ranges that do not fit, results that are no vector. The `path` of a finding is the
 * query's name: `good`, `bad`, `total`, `raw` or `threshold`.
 *
 * @public
 */
export function checkIndicator(indicator: Indicator): Finding[] {
  const counter = indicator.kind === 'ratio' && indicator.counter;
  const findings = queryTexts(indicator).flatMap(([path, text]) =>
    checkQuery(text, counter).map(finding => ({ ...finding, path })),
  );
  if (findings.some(finding => finding.code === 'invalid-query'))
    return findings;
  for (const { name, query } of indicatorQueries(indicator, 60)) {
    const type = valueType(query);
    if (type === 'vector' || type === 'scalar') continue;
    findings.push({
      severity: 'error',
      code: 'wrong-type',
      path: name,
      message:
        typeof type === 'object'
          ? `Prometheus refuses this query: ${type.problem}`
          : `The query's result is a ${type}`,
      found: printQuery(query).slice(0, 200),
      allowed: 'a query whose result is one number',
    });
  }
  return findings;
}
