import type { Indicator, Objective } from '../objective';
import { countsOver, withWindow } from './countsOver';
import { printDuration } from './literals';
import { parseQuery } from './parseQuery';
import { printQuery } from './printQuery';
import type { QueryNode } from './QueryNode';

/** A recording rule before labels: its name, and its expression. */
export interface Recording {
  record: string;
  expr: string;
}

const violation = { lte: '>', lt: '>=', gte: '<', gt: '<=' } as const;

export function number(value: number): QueryNode {
  return { type: 'number', value: Number(value.toPrecision(12)) };
}

export function binary(
  left: QueryNode,
  op: string,
  right: QueryNode,
  bool?: true,
): QueryNode {
  return { type: 'binary', op, left, right, ...(bool && { bool }) };
}

/** The series that a recording rule of this objective writes. */
export function recorded(
  record: string,
  ref: string,
  rangeSeconds?: number,
): QueryNode {
  return {
    type: 'selector',
    name: record,
    matchers: [{ label: 'slo', op: '=', value: ref }],
    ...(rangeSeconds && { range: { ms: rangeSeconds * 1000 } }),
  };
}

export function windowRecord(seconds: number): string {
  return `slo:sli_error:ratio_rate${printDuration(seconds * 1000)}`;
}

function averageOver(record: string, ref: string, seconds: number): QueryNode {
  return {
    type: 'call',
    name: 'avg_over_time',
    args: [recorded(record, ref, seconds)],
  };
}

/** Whether the answer is one number without labels, so that it can stand beside others of its kind. */
function isBare(node: QueryNode): boolean {
  if (node.type === 'number') return true;
  if (node.type === 'aggregate')
    return !node.grouping && !/^(top|bottom|limit|count_)/.test(node.op);
  return node.type === 'binary' && isBare(node.left) && isBare(node.right);
}

/** Events within a window, as one number. */
function events(text: string, counter: boolean, seconds: number): QueryNode {
  const written = parseQuery(text);
  const summed = (node: QueryNode): QueryNode =>
    isBare(node) ? node : { type: 'aggregate', op: 'sum', expr: node };
  if (counter) return summed(countsOver(withWindow(written, seconds), seconds));
  return {
    type: 'call',
    name: 'sum_over_time',
    args: [
      {
        type: 'subquery',
        expr: summed(withWindow(written, 60)),
        range: { ms: seconds * 1000 },
        step: { ms: 60_000 },
      },
    ],
  };
}

/**
 * Errors by events within a window. No total, or a total of zero, is no answer; a total without good
 * (or bad) events is an answer: none were good (or bad).
 */
function eventRatio(
  indicator: Extract<Indicator, { kind: 'ratio' }>,
  seconds: number,
): QueryNode {
  const { counter, good, bad } = indicator;
  const total = events(indicator.total.query, counter, seconds);
  const part = events((good ?? bad)!.query, counter, seconds);
  const present = binary(part, 'or', binary(number(0), '*', total));
  const share = binary(present, '/', binary(total, '>', number(0)));
  return good ? binary(number(1), '-', share) : share;
}

/** The minutes of an indicator that counts minutes: 0 for a good one, 1 for a bad one. NaN is no minute. */
function minuteErrors(
  indicator: Extract<Indicator, { kind: 'raw' | 'threshold' }>,
  ref: string,
): Recording[] {
  const record = 'slo:minute_error:ratio';
  if (indicator.kind === 'raw') {
    const raw = withWindow(parseQuery(indicator.raw.query), 60);
    const share: QueryNode = {
      type: 'call',
      name: 'clamp',
      args: [binary(raw, '>=', number(0)), number(0), number(1)],
    };
    const error =
      indicator.rawType === 'failure' ? share : binary(number(1), '-', share);
    return [{ record, expr: printQuery(error) }];
  }
  const value = recorded('slo:minute_value:raw', ref);
  const isBad = binary(
    value,
    violation[indicator.operator],
    { type: 'number', value: indicator.threshold },
    true,
  );
  return [
    {
      record: 'slo:minute_value:raw',
      expr: printQuery(withWindow(parseQuery(indicator.metric.query), 60)),
    },
    {
      record,
      expr: printQuery(binary(isBad, 'and', binary(value, '==', value))),
    },
  ];
}

/**
 * The recording rules that give an objective's error ratio over each window, in the order they build
 * on each other.
 */
export function errorRatios(
  objective: Objective,
  indicator: Extract<Indicator, { kind: 'ratio' | 'raw' | 'threshold' }>,
  windows: number[],
): Recording[] {
  const { ref, method, timeSlice } = objective;
  const minutes =
    indicator.kind === 'ratio' ? [] : minuteErrors(indicator, ref);
  const over = (seconds: number): QueryNode =>
    indicator.kind === 'ratio'
      ? eventRatio(indicator, seconds)
      : averageOver('slo:minute_error:ratio', ref, seconds);
  if (method === 'occurrences' || !timeSlice)
    return [
      ...minutes,
      ...windows.map(seconds => ({
        record: windowRecord(seconds),
        expr: printQuery(over(seconds)),
      })),
    ];
  const slices: Recording[] = [
    {
      record: 'slo:timeslice_error:ratio',
      expr: printQuery(over(timeSlice.seconds)),
    },
  ];
  if (method === 'timeslices')
    slices.push({
      record: 'slo:timeslice_bad:bool',
      expr: printQuery(
        binary(
          recorded('slo:timeslice_error:ratio', ref),
          '>',
          number(1 - timeSlice.target),
          true,
        ),
      ),
    });
  const { record } = slices[slices.length - 1];
  return [
    ...minutes,
    ...slices,
    ...windows.map(seconds => ({
      record: windowRecord(seconds),
      expr: printQuery(averageOver(record, ref, seconds)),
    })),
  ];
}
