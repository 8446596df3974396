import fc from 'fast-check';
import type { Indicator } from '../objective';
import { checkIndicator } from './checkIndicator';
import { indicatorQueries } from './indicatorQueries';
import { matchesEmpty } from './matchesEmpty';
import { mergeQueries } from './mergeQueries';
import { parseQuery } from './parseQuery';
import { printQuery } from './printQuery';
import { shapeOf } from './shapeOf';

function ratio(total: string, counter = true): Indicator {
  return {
    kind: 'ratio',
    source: 'default',
    counter,
    total: { query: total },
    good: { query: 'sum(good)' },
  };
}

function sent(total: string, counter: boolean, seconds = 120) {
  const queries = indicatorQueries(ratio(total, counter), seconds);
  const { query, scale } = queries.find(({ name }) => name === 'total')!;
  return [printQuery(query), scale];
}

function merged(...texts: string[]) {
  const shaped = texts.map(text => shapeOf(parseQuery(text)));
  if (new Set(shaped.map(({ shape }) => shape.key)).size !== 1)
    return 'several shapes';
  if (!shaped[0].shape.labels.length) return 'not mergeable';
  const { query } = mergeQueries(
    shaped[0].shape,
    shaped.map(({ values }) => values),
  );
  return printQuery(query);
}

describe('queries of one minute', () => {
  it.each([
    ['sum(x{a="1"})', 'sum(increase(x{a="1"}[2m]))'],
    ['sum(x{a="1"}[5m])', 'sum(increase(x{a="1"}[2m]))'],
    ['sum(rate(x[5m] offset 1m))', 'sum(increase(x[2m] offset 1m))'],
    ['sum(irate(x[$__rate_interval]))', 'sum(increase(x[2m]))'],
    ['sum(increase(x[{{.window}}]))', 'sum(increase(x[2m]))'],
    [
      'sum(a) - sum(rate(b[1h]))',
      'sum(increase(a[2m])) - sum(increase(b[2m]))',
    ],
    [
      'sum(a - b) or vector(0)',
      'sum(increase(a[2m]) - increase(b[2m])) or vector(0)',
    ],
    [
      'histogram_count(sum(rate(h[5m])))',
      'histogram_count(sum(increase(h[2m])))',
    ],
    ['sum(sum_over_time(up[5m]))', 'sum(sum_over_time(up[2m]))'],
  ])('pushes the range of %s down to the counters', (text, query) => {
    expect(sent(text, true)).toEqual([query, 0.5]);
  });

  it.each([
    ['job:requests:per_minute', 'job:requests:per_minute', 1],
    ['sum(increase(x[1m]))', 'sum(increase(x[1m]))', 1],
    ['sum(increase(x[{{.window}}]))', 'sum(increase(x[2m]))', 0.5],
    ['sum(rate(x[$__rate_interval])) * 60', 'sum(rate(x[2m])) * 60', 1],
  ])('leaves %s as it is when it is no counter', (text, query, scale) => {
    expect(sent(text, false)).toEqual([query, scale]);
  });
});

describe('merging', () => {
  it.each([
    [
      'sum(x{s="a",c!~"5.."})',
      'sum(x{c!~"5..",s="b"})',
      'sum by (s) (x{c!~"5..",s=~"a|b"})',
    ],
    [
      'sum(x{s="a",job="j"})',
      'sum(x{s="b",job="j"})',
      'sum by (s) (x{job="j",s=~"a|b"})',
    ],
    [
      'sum(x{s="a",r="/"})',
      'sum(x{s="b",r="/x"})',
      'sum by (r, s) (x{r=~"/|/x",s=~"a|b"})',
    ],
    [
      'sum(x{s="a.b|c"})',
      'sum(x{s="(d)\\\\"})',
      'sum by (s) (x{s=~"\\\\(d\\\\)\\\\\\\\|a\\\\.b\\\\|c"})',
    ],
    [
      'sum by (z) (x{s="a"})',
      'sum by (z) (x{s="b"})',
      'sum by (s, z) (x{s=~"a|b"})',
    ],
    [
      'sum without (s,i) (x{s="a"})',
      'sum without (s,i) (x{s="b"})',
      'sum without (i) (x{s=~"a|b"})',
    ],
    ['x{s="a"}', 'x{s="b"}', 'x{s=~"a|b"}'],
    [
      'sum(x{s="a"}) or vector(0)',
      'sum(x{s="b"}) or on() vector(0)',
      'sum by (s) (x{s=~"a|b"})',
    ],
    [
      'sum(x{s="a"}) - on () sum(y{s="a"})',
      'sum(x{s="b"}) - on () sum(y{s="b"})',
      'sum by (s) (x{s=~"a|b"}) - on (s) sum by (s) (y{s=~"a|b"})',
    ],
    [
      'h{s="a",le="0.3"}',
      'h{s="a",le="+Inf"}',
      'h{le=~"\\\\+Inf|0\\\\.3",s="a"}',
    ],
    [
      'histogram_quantile(0.9, sum by (le) (h{s="a"}))',
      'histogram_quantile(0.9, sum by (le) (h{s="b"}))',
      'histogram_quantile(0.9, sum by (le, s) (h{s=~"a|b"}))',
    ],
  ])('%s with %s', (a, b, both) => {
    expect(merged(a, b)).toBe(both);
  });

  it.each([
    ['another metric', 'sum(x{s="a"})', 'sum(y{s="b"})'],
    ['another matcher', 'sum(x{s="a"})', 'sum(x{s=~"b"})'],
    [
      'values that differ within a query',
      'sum(x{s="a"}) / sum(y{s="b"})',
      'sum(x{s="a"}) / sum(y{s="c"})',
    ],
    [
      'a label held to two values',
      'sum(x{s="a",s="b"})',
      'sum(x{s="a",s="c"})',
    ],
    ['the empty text as a value', 'sum(x{s=""})', 'sum(x{s="b"})'],
  ])('keeps apart %s', (_why, a, b) => {
    expect(merged(a, b)).toBe('several shapes');
  });

  it.each([
    'sum(x{s="a"}) + sum(y)',
    // Only one side has the label: nothing matches, and merged something would.
    'sum(x{s="a"}) + sum by (s) (y{s="a"})',
    'sum(x{s="a"}) or x{s="a"}',
    'label_replace(sum(x{s="a"}), "s", "$1", "r", "(.*)")',
    'absent(x{s="a"})',
    'vector(scalar(x{s="a"}))',
    '(sum(x{s="a"}) or vector(0)) + 1',
    'count_values("v", x{s="a"})',
  ])('leaves %s alone', text => {
    expect(merged(text)).toBe('not mergeable');
  });
});

describe('checkIndicator', () => {
  it.each([
    ['sum({})', 'unbounded-selector', 'error'],
    ['sum({a=~".*"})', 'unbounded-selector', 'error'],
    ['sum({a!="b",c=~"(?i).+|"})', 'unbounded-selector', 'error'],
    ['sum(x) +', 'invalid-query', 'error'],
    ['sum(rate(x))', 'wrong-type', 'error'],
    ['sum(x[5m])', 'wrong-type', 'error'],
    ['x[5m]', 'wrong-type', 'error'],
    ['"text"', 'wrong-type', 'error'],
    ['1 > 2', 'wrong-type', 'error'],
    ['vector(1)', 'constant-query', 'warning'],
    ['x{a="b"}', 'several-series', 'warning'],
    ['sum by (c) (x{a="b"})', 'several-series', 'warning'],
  ])('finds that %s is %s', (text, code, severity) => {
    expect(checkIndicator(ratio(text, false))).toContainEqual(
      expect.objectContaining({ code, severity, path: 'total' }),
    );
  });

  it('tells what matches everything from what does not, as JavaScript would', () => {
    const part = fc.constantFrom(
      ...['a', 'a?', 'b*', 'c+', 'd{0,3}', 'e{2}', '(?:)', '|', '(', '(?:'],
      ...[')', ')*', ')?', '^', '$', '[ab]', '\\.', '\\b', '\\B', '.'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), parts => {
        const text = parts.join('');
        let expected = false;
        try {
          RegExp(text, 'v');
          expected = new RegExp(`^(?:${text})$`, 'v').test('');
        } catch {
          // Not an expression.
          return;
        }
        expect(matchesEmpty(text)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['(?i)a*', true],
    ['\\Q\\E', true],
    ['\\Q|\\E', false],
    ['(?P<name>a|)', true],
    ['[[:alpha:]]*', true],
    ['\\x{41}', false],
    ['\\p{Greek}*', true],
    ['a)', false],
    ['(', false],
  ])('reads %s as RE2 does', (text, expected) => {
    expect(matchesEmpty(text)).toBe(expected);
  });

  // With the engine of JavaScript each takes longer than anybody waits.
  it.each([
    ['(?:a*|){60}\\b', false],
    [`${'('.repeat(1_500)}${')*'.repeat(1_500)}`, true],
    ['['.repeat(9_000), false],
  ])('is not held up by a hostile expression', (text, expected) => {
    expect(matchesEmpty(text)).toBe(expected);
    expect(
      checkIndicator(ratio(`sum({a=~${JSON.stringify(text)}})`)).some(
        ({ code }) => code === 'unbounded-selector',
      ),
    ).toBe(expected);
  });

  it('finds nothing in what can be read', () => {
    for (const text of [
      'sum(x)',
      'sum by (a) (x{a="b"})',
      'sum({a=~"b.+"}) or vector(0)',
      'histogram_quantile(0.9, sum by (le) (rate(h_bucket[5m])))',
      'quantile_over_time(0.9, sum(x)[1h:5m])',
    ])
      expect(checkIndicator(ratio(text, false))).toEqual([]);
    expect(checkIndicator(ratio('sum(x[5m])'))).toEqual([]);
    expect(checkIndicator({ kind: 'push', source: 'push' })).toEqual([]);
  });

  it('warns of a counter whose rate is multiplied', () => {
    expect(checkIndicator(ratio('sum(rate(x[5m])) * 60'))).toEqual([
      expect.objectContaining({ code: 'scaled-rate', severity: 'warning' }),
    ]);
  });
});
