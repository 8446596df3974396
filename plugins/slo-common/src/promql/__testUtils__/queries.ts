import fc from 'fast-check';
import type { QueryDuration, QueryNode } from '../QueryNode';

const word = fc.constantFrom(
  'http_requests_total',
  'a',
  'job:x:rate5m',
  'sum',
  'by',
  'offset',
  'NaN',
  'rate',
  'start',
  'http.requests',
  'ünïcode',
);
const labelName = fc.constantFrom(
  'service',
  'le',
  'on',
  'by',
  'inf',
  'http.route',
);
const duration: fc.Arbitrary<QueryDuration> = fc.oneof(
  fc.integer({ min: 1, max: 1e11 }).map(ms => ({ ms })),
  fc
    .constantFrom('{{.window}}', '$__rate_interval', '${w}')
    .map(placeholder => ({ placeholder })),
);
const time = fc.record(
  {
    at: fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => ({
        seconds: n === 0 ? 0 : n,
      })),
      fc.constantFrom('start' as const, 'end' as const).map(edge => ({ edge })),
    ),
    offset: fc.oneof(
      duration,
      duration.map(d => ({ ...d, negative: true })),
    ),
  },
  { requiredKeys: [] },
);
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const matchers = fc.array(
  fc.record({
    label: labelName,
    op: fc.constantFrom(
      '=' as const,
      '!=' as const,
      '=~' as const,
      '!~' as const,
    ),
    value: text,
  }),
  { maxLength: 3 },
);
const selector: fc.Arbitrary<QueryNode> = fc
  .tuple(
    fc.record({ name: word, range: duration }, { requiredKeys: [] }),
    matchers,
    time,
  )
  .map(([head, list, when]) => ({
    type: 'selector',
    ...head,
    matchers: list,
    ...when,
  }));
const number: fc.Arbitrary<QueryNode> = fc
  .oneof(
    fc.double({ min: 0 }).map(n => (n === 0 ? 0 : n)),
    fc.nat(),
  )
  .map(value => ({ type: 'number', value }));
const labels = fc.array(labelName, { maxLength: 3 });

/** Random trees. They print to what the grammar takes; Prometheus would refuse some for their types. */
export const queries: fc.Arbitrary<QueryNode> = fc.letrec<{
  node: QueryNode;
}>(tie => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(
      selector,
      number,
      text.map((value): QueryNode => ({ type: 'string', value })),
    ),
    fc
      .tuple(
        fc.constantFrom('rate', 'increase', 'histogram_quantile', 'clamp_min'),
        fc.array(tie('node'), { maxLength: 3 }),
      )
      .map(([name, args]): QueryNode => ({ type: 'call', name, args })),
    fc
      .tuple(
        fc.record({
          op: fc.constantFrom('sum', 'max', 'topk', 'count_values'),
          expr: tie('node'),
        }),
        fc.record(
          {
            param: tie('node'),
            grouping: fc.record({
              mode: fc.constantFrom('by' as const, 'without' as const),
              labels,
            }),
          },
          { requiredKeys: [] },
        ),
      )
      .map(
        ([head, rest]): QueryNode => ({ type: 'aggregate', ...head, ...rest }),
      ),
    fc
      .tuple(
        fc.record({
          op: fc.constantFrom(
            ...['+', '-', '*', '/', '%', '^', 'atan2', '==', '!=', '<', '>='],
            ...['and', 'or', 'unless'],
          ),
          left: tie('node'),
          right: tie('node'),
        }),
        fc.record(
          {
            bool: fc.constant(true as const),
            matching: fc
              .tuple(
                fc.record({
                  kind: fc.constantFrom('on' as const, 'ignoring' as const),
                  labels,
                }),
                fc.record(
                  {
                    group: fc.record({
                      side: fc.constantFrom('left' as const, 'right' as const),
                      labels,
                    }),
                  },
                  { requiredKeys: [] },
                ),
              )
              .map(([head, rest]) => ({ ...head, ...rest })),
          },
          { requiredKeys: [] },
        ),
      )
      .map(([head, rest]): QueryNode => ({ type: 'binary', ...head, ...rest })),
    fc
      .tuple(fc.constantFrom('-' as const, '+' as const), tie('node'))
      .map(([op, expr]): QueryNode => ({ type: 'unary', op, expr })),
    fc
      .tuple(
        fc.record({ expr: tie('node'), range: duration }),
        fc.record({ step: duration }, { requiredKeys: [] }),
        time,
      )
      .map(
        ([head, rest, when]): QueryNode => ({
          type: 'subquery',
          ...head,
          ...rest,
          ...when,
        }),
      ),
  ),
})).node;
