import fc from 'fast-check';
import { mineTemplates, readLine, type MinedLine } from '.';

const line = (text: string, more: Partial<MinedLine> = {}): MinedLine => ({
  at: 1_000,
  before: false,
  text,
  ...more,
});

describe('mineTemplates', () => {
  it('finds what lines have in common, and how often they came before and during', () => {
    const templates = mineTemplates([
      line('connected to ledger-1 in 12ms', { before: true, at: 10 }),
      line('connected to ledger-2 in 9ms', { at: 20 }),
      line('connected to ledger-1 in 30ms', { at: 30 }),
      line('connection refused by 10.0.0.3:5432', { at: 40, level: 'error' }),
      line('connection refused by 10.0.0.4:5432', { at: 25, level: 'error' }),
      line('trace_id=4bf92f3577b34da6a3ce929d0e0e4736 order 17 paid', {
        at: 5,
      }),
      line('trace_id=00f067aa0ba902b7a3ce929d0e0e4736 order 18 paid', {
        at: 6,
      }),
      line('  '),
    ]);
    expect(templates).toEqual([
      {
        text: 'connected to <*> in <*>',
        level: undefined,
        count: 2,
        before: 1,
        first: 20,
        last: 30,
        example: 'connected to ledger-2 in 9ms',
      },
      {
        text: 'connection refused by <*>',
        level: 'error',
        count: 2,
        before: 0,
        first: 25,
        last: 40,
        example: 'connection refused by 10.0.0.3:5432',
      },
      expect.objectContaining({
        text: 'trace_id=<*> order <*> paid',
        count: 2,
      }),
    ]);
  });

  it('keeps apart what differs in more than half of its words', () => {
    const found = mineTemplates([
      line('payment accepted by bank alpha'),
      line('payment accepted but ledger silent'),
    ]);
    expect(found.map(({ text }) => text)).toHaveLength(2);
  });

  it.each([
    [
      '{"level":"ERROR","msg":"no answer","error":"timeout"}',
      'error',
      'no answer: timeout',
    ],
    ['{"severity":"warn","message":"slow"}', 'warn', 'slow'],
    ['{"a":1}', undefined, '{"a":1}'],
    ['{"msg":', undefined, '{"msg":'],
    ['{"msg":"cut', undefined, '{"msg":"cut'],
    ['{not json}', undefined, '{not json}'],
    ['[1]', undefined, '[1]'],
  ])('reads %s', (text, level, said) => {
    expect(readLine({ at: 1, text })).toEqual({
      at: 1,
      ...(level && { level }),
      text: said,
    });
  });

  const lines = fc.array(
    fc.record({
      at: fc.nat(),
      before: fc.boolean(),
      level: fc.constantFrom(undefined, 'error', 'info'),
      text: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc
          .array(fc.constantFrom('a', 'b', '1', 'x-1', 'ü', '{', '"', '<*>'), {
            maxLength: 8,
          })
          .map(words => words.join(' ')),
      ),
    }),
    { maxLength: 60 },
  );

  it('counts each line that says something once, whatever they are', () => {
    fc.assert(
      fc.property(lines, some => {
        const found = mineTemplates(some);
        const told = some.filter(({ text }) => text.trim());
        const sum = (pick: (each: (typeof found)[number]) => number) =>
          found.reduce((total, each) => total + pick(each), 0);
        expect(sum(each => each.count)).toBe(
          told.filter(({ before }) => !before).length,
        );
        expect(sum(each => each.before)).toBe(
          told.filter(({ before }) => before).length,
        );
        for (const each of found)
          expect(each.first).toBeLessThanOrEqual(each.last);
        expect(mineTemplates(some)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  it('gets through many lines that have nothing in common', () => {
    const many = Array.from({ length: 20_000 }, (_, n) =>
      line([...String(n)].map(digit => 'abcdefghij'[Number(digit)]).join(' ')),
    );
    expect(mineTemplates(many).length).toBeGreaterThan(0);
  });
});
