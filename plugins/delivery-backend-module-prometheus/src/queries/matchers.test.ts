import fc from 'fast-check';
import { labelName, parseMatchers, printMatchers } from './matchers';

const matcher = fc.record({
  label: fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,10}$/),
  op: fc.constantFrom(
    '=' as const,
    '!=' as const,
    '=~' as const,
    '!~' as const,
  ),
  value: fc.stringMatching(/^[^\p{Cc}\u2028\u2029]{0,20}$/u),
});

describe('matchers', () => {
  it('are the same after they were printed and read', () => {
    fc.assert(
      fc.property(fc.array(matcher, { maxLength: 20 }), matchers => {
        expect(parseMatchers(printMatchers(matchers))).toEqual(matchers);
      }),
    );
  });

  it('never end early, whatever a value holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), value => {
        const printed = printMatchers([{ label: 'a', op: '=', value }]);
        expect(printed.slice(3, -1)).toMatch(/^(?:[^"\\\p{Cc}]|\\.)*$/u);
      }),
    );
  });

  it.each([
    ['single quotes', "a='b', c!~'d.*'", 'a="b",c!~"d.*"'],
    ['braces around them', '{a="b"}', 'a="b"'],
    ['escapes', String.raw`a="x\"y\\z\n"`, String.raw`a="x\"y\\z\u000a"`],
    ['a comma at the end', 'a="b",', 'a="b"'],
    ['nothing', ' ', ''],
  ])('take %s', (_what, text, printed) => {
    expect(printMatchers(parseMatchers(text))).toBe(printed);
  });

  it.each([
    ['a query', 'a="b"} or vector(1) #'],
    ['a value without quotes', 'a=b'],
    ['a comment', 'a="b" # c'],
    ['a string that does not end', 'a="b'],
    ['an escape that is none', String.raw`a="\d"`],
    ['two without a comma', 'a="b" c="d"'],
  ])('refuse %s', (_what, text) => {
    expect(() => parseMatchers(text)).toThrow(/not conditions|not understood/);
  });

  it.each([
    ['app.kubernetes.io/version', 'app_kubernetes_io_version'],
    ['track', 'track'],
    ['9lives', '_9lives'],
  ])('call %s as Prometheus does', (name, expected) => {
    expect(labelName(name)).toBe(expected);
  });
});
