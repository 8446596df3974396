import fc from 'fast-check';
import { judgeReadings, metricText, type ReadingRule } from '.';

const minute = 60_000;
const rule: ReadingRule = {
  comparison: '>=',
  threshold: 5,
  forMs: 5 * minute,
  stepMs: minute,
};

/** One reading a minute; a dot is a missing one. */
const readings = (text: string) =>
  [...text].flatMap((one, n) =>
    one === '.' ? [] : [{ at: (n + 1) * minute, value: Number(one) }],
  );

describe('readings held to a rule of five minutes', () => {
  it.each([
    ['are none', '', 'no-data'],
    ['are fine', '0123', 'holding'],
    ['were too high for four minutes', '5555', 'breaking'],
    ['were too high for four minutes and are fine again', '55550', 'holding'],
    ['were too high for five minutes', '055555', 'broken'],
    ['were broken and are fine again', '5555500000', 'broken'],
    ['are high with a dip between', '5554555', 'breaking'],
    ['miss one or two between', '5.5..5', 'broken'],
    ['miss a few, and enough are there', '55..55', 'broken'],
    ['miss too many between', '55...555', 'breaking'],
    ['are high again after a long silence', '5555.....5', 'breaking'],
  ])('that %s', (_what, text, state) => {
    expect(judgeReadings(readings(text), rule).state).toBe(state);
  });

  it('says since when, until when and of how many', () => {
    expect(judgeReadings(readings('0555556'), rule)).toEqual({
      state: 'broken',
      since: 2 * minute,
      until: 7 * minute,
      spanN: 6,
      n: 7,
      avg: 31 / 7,
      min: 0,
      max: 6,
      final: 6,
    });
  });

  it('works downwards, too', () => {
    const low = { ...rule, comparison: '<=' as const };
    expect(judgeReadings(readings('55555'), low).state).toBe('broken');
    expect(judgeReadings(readings('66666'), low).state).toBe('holding');
  });

  it('never breaks by readings that are better', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }),
        fc.nat({ max: 9 }),
        (values, less) => {
          const at = (value: number, n: number) => ({ at: n * minute, value });
          const before = judgeReadings(values.map(at), rule);
          const after = judgeReadings(
            values.map((value, n) => at(value - less, n)),
            rule,
          );
          expect(after.state === 'broken' && before.state !== 'broken').toBe(
            false,
          );
        },
      ),
    );
  });

  it('leaves out what is no number', () => {
    const seen = judgeReadings(
      [NaN, Infinity, 1].map((value, n) => ({ at: n * minute, value })),
      rule,
    );
    expect(seen).toMatchObject({ state: 'holding', n: 1, max: 1 });
  });
});

describe('values in words', () => {
  it.each([
    ['error_rate', 0.0812, '8.12 %'],
    ['latency_p95', 0.3456, '0.346 s'],
    ['throughput', 12_345.6, '12,346/s'],
    ['llm_quality_score', 0.8, '0.8'],
  ] as const)('%s of %d', (metric, value, text) => {
    expect(metricText(metric, value)).toBe(text);
  });
});
