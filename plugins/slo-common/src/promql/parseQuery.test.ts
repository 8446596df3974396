import fc from 'fast-check';
import { QuerySyntaxError } from './QuerySyntaxError';
import { parseQuery } from './parseQuery';
import { printQuery } from './printQuery';
import { queries } from './__testUtils__/queries';

describe('parseQuery and printQuery', () => {
  it('parsing what was printed gives the same tree', () => {
    fc.assert(
      fc.property(queries, node => {
        expect(parseQuery(printQuery(node))).toEqual(node);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    // As Prometheus groups; its editor grammar groups the first five otherwise.
    ['a + b offset 5m * c', 'a + b offset 5m * c'],
    ['(a + b) * c[5m:] offset 5m', '(a + b) * (c)[5m:] offset 5m'],
    ['-1 ^ 2', '-1 ^ 2'],
    ['(-1) ^ 2', '(-1) ^ 2'],
    ['2 * -a ^ b @ 3', '2 * (-a ^ b @ 3)'],
    ['((a)) / (b / c)', 'a / (b / c)'],
    ['a ^ b ^ c + (a ^ b) ^ c', 'a ^ b ^ c + (a ^ b) ^ c'],
    ['SUM(x) BY (y)', 'sum by (y) (x)'],
    ["{__name__='up', job=`a\\b`, }", 'up{job="a\\\\b"}'],
    ['{"up"} # a comment', 'up'],
    ['sum', '{__name__="sum"}'],
    ['x[90m] offset -1d12h', 'x[1h30m] offset -1d12h'],
    ['x[300] @ start()', 'x[5m] @ start()'],
    ['0x1f + 010 + 1_000 + 1m + .5e1', '31 + 8 + 1000 + 60 + 5'],
    ['rate(x[{{ .window }}])', 'rate(x[{{ .window }}])'],
    [
      'rate(x{a="$b {{.c}}"}[$__rate_interval])',
      'rate(x{a="$b {{.c}}"}[$__rate_interval])',
    ],
    ['"\\u00e9\\x41\\101\\n"', '"éAA\\n"'],
  ])('reads %s', (text, printed) => {
    expect(printQuery(parseQuery(text))).toBe(printed);
  });

  it.each([
    ['', 0, 'incomplete query'],
    ['sum(x', 5, 'incomplete query'],
    ['sum(x) foo', 7, 'unexpected "foo"'],
    ['x{a="b', 6, 'incomplete query'],
    ['x{a="b}', 7, 'incomplete query'],
    ['"b', 0, 'the string is not closed'],
    ['x{a="\\q"}', 4, 'unknown escape \\q'],
    ['x{a="\\ud800"}', 4, 'is not a character'],
    ['x{__name__="y"}', 0, 'the metric name is given twice'],
    ['sum(x)[5m]', 0, 'a range, offset or @ must follow a selector'],
    ['(x) offset 5m', 0, 'a range, offset or @ must follow a selector'],
    ['x[5m][5m]', 0, 'a range must follow a selector'],
    ['x[0s]', 2, 'a duration must be above zero'],
    ['x[5m * 2]', 2, 'only a plain duration'],
    ['x offset 5m offset 5m', 0, 'offset is given twice'],
    ['x > $limit', 4, 'unexpected "$limit"'],
    ['x </ 5', 2, 'not supported'],
  ])('refuses %s with the position', (text, position, message) => {
    let error: unknown;
    try {
      parseQuery(text);
    } catch (e) {
      error = e;
    }
    expect(error).toBeInstanceOf(QuerySyntaxError);
    expect(error).toMatchObject({
      name: 'InputError',
      position,
      message: expect.stringContaining(message),
    });
  });

  it('bounds length, depth and the number of operators', () => {
    expect(() => parseQuery('x'.repeat(10_001))).toThrow('longer than 10,000');
    expect(() => parseQuery(`${'('.repeat(1000)}x${')'.repeat(1000)}`)).toThrow(
      'nested more than 100 levels',
    );
    expect(() => parseQuery('('.repeat(9999))).toThrow(QuerySyntaxError);
    expect(() => parseQuery(`x${'+x'.repeat(1000)}`)).toThrow(
      'more than 100 operators',
    );
    expect(() => parseQuery('-'.repeat(9999))).toThrow(QuerySyntaxError);
    expect(parseQuery(`x${'+x'.repeat(99)}`)).toMatchObject({ op: '+' });
  });

  it('never fails on arbitrary text but with an InputError', () => {
    const bits = ['x', '{', '}', '[', ']', '(', ')', '"', '5m', 'sum', ' by '];
    const more = [
      '{{.w}}',
      '$w',
      '=~',
      '-',
      '^',
      ' offset ',
      '@',
      ',',
      '#',
      '\n',
    ];
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc
        .array(fc.constantFrom(...bits, ...more), { maxLength: 20 })
        .map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(text, input => {
        try {
          const tree = parseQuery(input);
          expect(parseQuery(printQuery(tree))).toEqual(tree);
        } catch (error) {
          if (!(error instanceof QuerySyntaxError)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
