import fc from 'fast-check';
import { parseQuery } from './parseQuery';
import { printQuery } from './printQuery';
import { selectorsOf } from './walk';
import { withMatchers } from './withMatchers';
import { queries } from './__testUtils__/queries';

const canary = { label: 'track', op: '=' as const, value: 'canary' };

describe('a query of fewer series', () => {
  it.each([
    ['x', 'x{track="canary"}'],
    ['{}', '{track="canary"}'],
    ['x{}', 'x{track="canary"}'],
    ['sum(x{code!~"5.."})', 'sum(x{code!~"5..",track="canary"})'],
    ['x{track="stable"}', 'x{track="stable",track="canary"}'],
    [
      'x{track!="canary"} offset 5m',
      'x{track!="canary",track="canary"} offset 5m',
    ],
    [
      'rate(x[5m] @ end() offset -1m)',
      'rate(x{track="canary"}[5m] @ end() offset -1m)',
    ],
    [
      'max_over_time(sum(rate(x[1m]))[10m:30s] offset 1h)',
      'max_over_time(sum(rate(x{track="canary"}[1m]))[10m:30s] offset 1h)',
    ],
    [
      'a / on (pod) group_left (team) b{c="1"}',
      'a{track="canary"} / on (pod) group_left (team) b{c="1",track="canary"}',
    ],
    [
      'a or b unless ignoring (x) c',
      'a{track="canary"} or b{track="canary"} unless ignoring (x) c{track="canary"}',
    ],
    ['-a > bool 3', '(-a{track="canary"}) > bool 3'],
    [
      'histogram_quantile(0.95, sum by (le) (rate(h_bucket{route="/"}[5m])))',
      'histogram_quantile(0.95, sum by (le) (rate(h_bucket{route="/",track="canary"}[5m])))',
    ],
    [
      'topk(scalar(k), x)',
      'topk(scalar(k{track="canary"}), x{track="canary"})',
    ],
    [
      'label_replace(x, "a", "{b=\\"c\\"}", "d", ".*")',
      'label_replace(x{track="canary"}, "a", "{b=\\"c\\"}", "d", ".*")',
    ],
    ['{__name__="sum"}', '{__name__="sum",track="canary"}'],
    ['info(x, {k8s="y"})', 'info(x{track="canary"}, {k8s="y"})'],
    ['vector(1)', 'vector(1)'],
  ])('is made of %s in every selector', (text, narrowed) => {
    const printed = printQuery(withMatchers(parseQuery(text), [canary]));
    expect(printed).toBe(narrowed);
  });

  it('has no more and no other selectors, whatever the query and the value hold', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.constantFrom(
        '"} or vector(1) #',
        '\\',
        '\\"',
        'a\nb',
        '`{}`',
        '{{.window}}',
        '",a=~".*',
        '\u2028',
        '$__range',
      ),
    );
    fc.assert(
      fc.property(queries, hostile, (query, value) => {
        const matcher = { label: 'version', op: '=' as const, value };
        const narrowed = withMatchers(query, [matcher]);
        const read = parseQuery(printQuery(narrowed));
        const before = selectorsOf(query);
        const after = selectorsOf(read);
        expect(after).toHaveLength(before.length);
        after.forEach(({ matchers }, n) => {
          expect(matchers).toContainEqual(matcher);
          expect(matchers.length).toBeGreaterThan(before[n].matchers.length);
        });
      }),
      { numRuns: 500 },
    );
  });
});
