import {
  durationOfSeconds,
  plainValue,
  readDocuments,
  secondsOfDuration,
} from './index';

describe('durations', () => {
  it.each([
    ['30s', 30],
    ['15m', 900],
    ['1h30m', 5_400],
    ['2d', 172_800],
    ['1d1s', 86_401],
  ])('%s are %d seconds, and back', (text, seconds) => {
    expect(secondsOfDuration(text)).toBe(seconds);
    expect(durationOfSeconds(seconds)).toBe(text);
  });

  it.each([
    '',
    '5',
    'm',
    '0s',
    '30m1h',
    '1.5h',
    '-1m',
    '1 h',
    '1h '.repeat(20),
  ])('"%s" is none', text => expect(secondsOfDuration(text)).toBeUndefined());

  it('of weeks are read', () => {
    expect(secondsOfDuration('1w')).toBe(604_800);
  });
});

describe('reading documents', () => {
  const isOurs = (value: unknown) =>
    (value as { kind?: string }).kind === 'Ours';
  const read = (text: string) =>
    readDocuments(text, {
      isOurs,
      mayBeOurs: part => part.includes('kind: Ours'),
    });

  it('passes over those of others and lets no bad one hide the next', () => {
    const text = [
      'kind: Theirs\n',
      'kind: Ours\nspec: [\n',
      '- kind: Ours\n  n: 1\n- kind: Theirs\n- kind: Ours\n  n:\n    m: 2\n',
      'just a text\n',
    ].join('---\n');
    const found = read(text);
    expect(
      found.map(({ index, line, value, findings }) => ({
        index,
        line,
        value,
        codes: findings.map(({ code }) => code),
      })),
    ).toEqual([
      { index: 1, line: 2, value: undefined, codes: ['yaml-syntax'] },
      { index: 2, line: 6, value: { kind: 'Ours', n: 1 }, codes: [] },
      { index: 4, line: 9, value: { kind: 'Ours', n: { m: 2 } }, codes: [] },
      { index: 5, line: 13, value: 'just a text', codes: [] },
    ]);
    expect(found[2].lineOf('n.m')).toBe(11);
    expect(found[2].lineOf('n.nothing[3]')).toBe(11);
  });

  it('says that one is too large only when it may be ours', () => {
    const rest = `text: ${'x'.repeat(140_000)}\n`;
    expect(read(`kind: Theirs\n${rest}`)).toEqual([]);
    expect(read(`kind: Ours\n${rest}`)[0].findings[0].code).toBe('too-large');
    expect(read('a\n'.repeat(600_000))[0].findings[0].code).toBe('too-large');
  });
});

describe('plain values', () => {
  it('have no way to a prototype, and no character that a database refuses', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"a": 1}, "b": "x\\u0000\\ud800y"}',
    );
    const { value, findings } = plainValue(hostile);
    expect(value).toEqual({ b: 'x\ufffd\ufffdy' });
    expect(findings.map(({ path }) => path)).toEqual(['__proto__']);
  });
});
