import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { checkInputs, fillIn, type RunbookInput } from './index';

describe('filling in', () => {
  const values = {
    inputs: {
      n: 3,
      text: 'a',
      flag: false,
      none: null,
      list: [1],
      evil: '${{ inputs.n }}',
    },
    entity: { ref: 'component:default/a' },
  };

  it.each<[string, JsonValue, JsonValue]>([
    ['a number as a number', '${{ inputs.n }}', 3],
    ['a list as a list', ' ${{inputs.list}} ', [1]],
    [
      'scalars into a text',
      'n=${{ inputs.n }}, ${{ inputs.flag }} of ${{ entity.ref }}',
      'n=3, false of component:default/a',
    ],
    [
      'at any depth',
      { a: [{ b: '${{ inputs.text }}' }], c: 7 },
      { a: [{ b: 'a' }], c: 7 },
    ],
    [
      'nothing for what was not given',
      { a: '${{ inputs.none }}', b: 1, c: null },
      { b: 1, c: null },
    ],
    [
      'what looks like a template, as it is',
      ['x ${{ inputs.evil }}'],
      ['x ${{ inputs.n }}'],
    ],
    ['no names of fields', { '${{ inputs.n }}': 1 }, { '${{ inputs.n }}': 1 }],
    [
      'no other braces',
      '{{ inputs.n }} ${inputs.n} $',
      '{{ inputs.n }} ${inputs.n} $',
    ],
  ])('takes %s', (_name, value, expected) => {
    expect(fillIn(value, values)).toEqual(expected);
  });

  it.each([
    ['an unknown name', '${{ inputs.x }}', /no value inputs\.x/],
    ['a way into an object', '${{ inputs.constructor.name }}', /no value/],
    ['a way into a text', '${{ inputs.text.length }}', /no value/],
    ['a calculation', '${{ 1 + 1 }}', /not a name/],
    ['an open template', 'a ${{ inputs.n', /not closed/],
    ['a list in a text', 'a ${{ inputs.list }}', /not a text/],
    ['nothing in a text', 'a ${{ inputs.none }}', /not given/],
  ])('refuses %s', (_name, value, message) => {
    expect(() => fillIn([value], values)).toThrow(message);
  });

  it('never looks at what was filled in', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '${{ secret }}',
        '${{',
        '}}',
        '$&',
        "$'",
        '$1',
        '\\',
        '${{ a }}',
        '__proto__',
      ),
      fc
        .array(fc.constantFrom('${{', ' a ', '}}', '$', '{'), { maxLength: 8 })
        .map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, fc.jsonValue(), (a, b) => {
        const given = { a, b: b as JsonValue, secret: 'leaked' };
        expect(fillIn('<${{ a }}|${{ a }}>', given)).toBe(`<${a}|${a}>`);
        expect(fillIn(['${{ a }}', '${{ b }}'], given)).toEqual([a, b]);
      }),
      { numRuns: 500 },
    );
  });

  it('does not grow beyond bounds', () => {
    const text = '${{ a }}'.repeat(1_000);
    expect(() => fillIn(text, { a: 'x'.repeat(4_000) })).toThrow(/More than/);
    let deep: JsonValue = 1;
    for (let i = 0; i < 1_000; i++) deep = [deep];
    expect(() => fillIn(deep, {})).toThrow(/Nested/);
  });
});

describe('inputs', () => {
  const input = (more: Partial<RunbookInput>): RunbookInput => ({
    name: 'a',
    title: 'A',
    type: 'string',
    required: true,
    ...more,
  });

  it.each<[string, Partial<RunbookInput>, JsonValue, JsonValue]>([
    ['a text', {}, 'x', 'x'],
    ['a text that matches', { pattern: '[a-c]+' }, 'abc', 'abc'],
    ['a number', { type: 'number' }, 1.5, 1.5],
    ['a number as text', { type: 'integer', minimum: -3 }, '-3', -3],
    ['yes or no as text', { type: 'boolean' }, 'false', false],
    ['a choice', { type: 'choice', choices: ['x', 'y'] }, 'y', 'y'],
    [
      'an entity, in full',
      { type: 'entity' },
      'Payments',
      'component:default/payments',
    ],
    ['the name of a secret', { type: 'secret' }, 'pager.key', 'pager.key'],
  ])('take %s', (_name, more, given, expected) => {
    expect(checkInputs([input(more)], { a: given })).toEqual({
      values: { a: expected },
      problems: [],
    });
  });

  it.each<[string, Partial<RunbookInput>, JsonValue]>([
    ['missing', {}, null],
    ['text', {}, 7],
    ['text', {}, 'a\0b'],
    ['too-long', {}, 'x'.repeat(5_000)],
    ['pattern', { pattern: '[a-c]+' }, 'abcd'],
    ['number', { type: 'number' }, '1e999'],
    ['number', { type: 'number' }, [1]],
    ['integer', { type: 'integer' }, 1.5],
    ['minimum', { type: 'integer', minimum: 3 }, 2],
    ['maximum', { type: 'number', maximum: 3 }, '4'],
    ['boolean', { type: 'boolean' }, 'yes'],
    ['choice', { type: 'choice', choices: ['x'] }, 'y'],
    ['entity', { type: 'entity' }, ':'],
    ['secret', { type: 'secret' }, 'not a name'],
  ])('refuse for %s', (code, more, given) => {
    expect(checkInputs([input(more)], { a: given })).toEqual({
      values: { a: null },
      problems: [expect.objectContaining({ code: `runbooks.input.${code}` })],
    });
  });

  it('have defaults, and know no others', () => {
    const inputs = [
      input({ default: 'x', required: false }),
      input({ name: 'b', required: false }),
    ];
    const given = JSON.parse('{ "c": 1, "__proto__": 2 }');
    const { values, problems } = checkInputs(inputs, given);
    expect(values).toEqual({ a: 'x', b: null });
    expect(problems.map(({ params }) => params?.name)).toEqual([
      'c',
      '__proto__',
    ]);
    expect(checkInputs(inputs, undefined).problems).toEqual([]);
  });

  it('stay what they are on the way into a step', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), text => {
        const { values, problems } = checkInputs([input({})], { a: text });
        fc.pre(!problems.length);
        const step: JsonObject = { command: ['--say', '${{ inputs.a }}'] };
        expect(fillIn(step, { inputs: values })).toEqual({
          command: ['--say', text],
        });
      }),
    );
  });

  it('match hostile patterns in time with the text', () => {
    const slow = input({ pattern: '(a+)+(a|a)*(.*.*.*)=b' });
    const { problems } = checkInputs([slow], { a: 'a'.repeat(4_000) });
    expect(problems).toHaveLength(1);
  });
});
