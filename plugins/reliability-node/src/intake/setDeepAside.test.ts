import type { JsonValue } from '@backstage/types';
import * as fc from 'fast-check';
import { cutDeep, isShallow } from './cutDeep';
import { setDeepAside } from './setDeepAside';

/** `levels` of lists and objects in turn, around something. */
function pit(levels: number): JsonValue {
  return JSON.parse(
    `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`,
  );
}

const deep = pit(500_000);
/** Undefined for a body that is refused, with the one reason that there is. */
function attempt(body: JsonValue) {
  try {
    return setDeepAside(body);
  } catch (error) {
    if (!/^The body is nested/.test((error as Error).message)) throw error;
    return undefined;
  }
}

const asideOf = (body: JsonValue) =>
  setDeepAside(body).aside.map(({ field }) => field);

describe('setDeepAside', () => {
  it('leaves a body alone that is a hundred levels deep', () => {
    const body = { alerts: [pit(98)] };
    expect(setDeepAside(body).body).toBe(body);
    expect(asideOf({ alerts: [pit(100)] })).toEqual(['alerts[0]']);
  });

  it.each<[string, JsonValue, string[], JsonValue]>([
    [
      'an alert of several',
      { alerts: [{ n: 0 }, { labels: { deep } }, { n: 2 }, { deep }], v: '4' },
      ['alerts[1]', 'alerts[3]'],
      { alerts: [{ n: 0 }, { n: 2 }], v: '4' },
    ],
    ['the only alert', { alerts: [{ deep }] }, ['alerts[0]'], { alerts: [] }],
    ['a list of nothing else', deep, ['[0]'], []],
    ['an item of a body that is a list', [1, { deep }], ['[1]'], [1]],
    [
      'a finding, and not its target',
      { Results: [{ Vulnerabilities: [{ id: 1 }, { deep }] }] },
      ['Results[0].Vulnerabilities[1]'],
      { Results: [{ Vulnerabilities: [{ id: 1 }] }] },
    ],
    [
      'an alert, and not a part of its labels',
      { alerts: [{ labels: { list: ['a', deep] } }, { n: 1 }] },
      ['alerts[0]'],
      { alerts: [{ n: 1 }] },
    ],
    [
      'a name that is none',
      JSON.parse('{"__proto__":[1,{"deep":"PIT"}]}', (_, value) =>
        value === 'PIT' ? deep : value,
      ),
      ['__proto__[1]'],
      JSON.parse('{"__proto__":[1]}'),
    ],
  ])('takes out %s', (_what, body, fields, left) => {
    const { body: stripped, cut, aside } = setDeepAside(body);
    expect(aside.map(({ field }) => field)).toEqual(fields);
    expect(JSON.stringify(stripped)).toBe(JSON.stringify(left));
    expect(isShallow(cut, 100)).toBe(true);
    for (const { raw } of aside)
      expect(JSON.stringify(raw)).toContain('cut off: deeper than 100 levels');
  });

  it('names what is left as the sender knows it', () => {
    const { fieldOf } = setDeepAside({
      alerts: [{ deep }, { n: 1 }, { deep }, { deep }, { n: 4 }],
      runs: [{ n: 0 }, { results: [{ deep }, { n: 1 }] }],
    });
    expect(
      [
        'alerts[0]',
        'alerts[1].startsAt',
        'runs[1].results[0].id',
        'runs[0]',
        'other[0]',
        'status',
        undefined,
      ].map(fieldOf),
    ).toEqual([
      'alerts[1]',
      'alerts[4].startsAt',
      'runs[1].results[1].id',
      'runs[0]',
      'other[0]',
      'status',
      undefined,
    ]);
  });

  it('refuses what no list is to blame for', () => {
    let chain: JsonValue = 1;
    for (let level = 0; level < 200_000; level++) chain = { a: chain };
    expect(() => setDeepAside({ alerts: [], chain })).toThrow(
      'The body is nested deeper than 100 levels',
    );
  });

  it('makes any body shallow or refuses it, and loses nothing that is shallow', () => {
    const body = fc.letrec<{ value: JsonValue; list: JsonValue }>(tie => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.integer(),
        fc.constant(deep),
        tie('list'),
        fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), tie('value')),
      ) as fc.Arbitrary<JsonValue>,
      list: fc.array(tie('value'), { maxLength: 4 }),
    })).value;
    fc.assert(
      fc.property(body, value => {
        const done = attempt(value);
        fc.pre(done !== undefined);
        const { body: left, cut, aside } = done!;
        expect(isShallow(left, 100)).toBe(true);
        expect(aside.length > 0).toBe(!isShallow(value, 100));
        expect(JSON.stringify(cut)).toBe(JSON.stringify(cutDeep(value)));
      }),
      { numRuns: 300 },
    );
  });
});
