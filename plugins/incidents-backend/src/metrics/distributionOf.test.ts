import fc from 'fast-check';
import { medianInterval } from '@ghostlight/reliability-node';
import { distributionOf } from './distributionOf';

const durations = fc.array(fc.integer({ min: 0, max: 10_000_000 }), {
  maxLength: 200,
});

describe('the distribution of durations', () => {
  it('shows what there is instead of quantiles below ten', () => {
    const nine = [9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(distributionOf(nine)).toEqual({
      n: 9,
      enough: false,
      values: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      trend: { previousN: 0, change: 'unknown' },
    });
  });

  it('is not moved by one that took for ever, as the mean is', () => {
    const { median, p90, mean } = distributionOf([
      ...Array.from({ length: 19 }, () => 600),
      10_000_000,
    ]);
    expect(median).toBe(600);
    expect(p90).toBe(600);
    expect(mean).toBeGreaterThan(500_000);
  });

  // Tables of the sign test: for n = 10 the second from each end, for 20 the sixth, for 100 the 40th.
  it.each([
    [10, [2, 9]],
    [20, [6, 15]],
    [100, [40, 61]],
  ])(
    'has the interval of the median by order statistics, n = %i',
    (n, interval) => {
      expect(
        medianInterval(Array.from({ length: n }, (_, index) => index + 1)),
      ).toEqual(interval);
    },
  );

  it('tells a change from chance', () => {
    const before = Array.from({ length: 30 }, (_, index) => 1000 + index * 10);
    const faster = before.map(value => value / 2);
    expect(distributionOf(faster, before).trend).toEqual({
      previousN: 30,
      previousMedian: 1145,
      change: 'better',
    });
    expect(distributionOf(before, faster).trend?.change).toBe('worse');
    expect(distributionOf(before, faster, 'long').trend?.change).toBe('better');
    expect(distributionOf(before, before).trend?.change).toBe('same');
    expect(distributionOf(before, faster.slice(0, 9)).trend?.change).toBe(
      'unknown',
    );
  });

  it('counts every value in one bin, and brackets the median', () => {
    fc.assert(
      fc.property(durations, values => {
        const {
          n,
          enough,
          histogram,
          median,
          medianInterval: interval,
        } = distributionOf(values);
        expect(n).toBe(values.length);
        expect(enough).toBe(n >= 10);
        if (!enough) return;
        expect(histogram!.reduce((sum, bin) => sum + bin.count, 0)).toBe(n);
        expect(interval![0]).toBeLessThanOrEqual(median!);
        expect(interval![1]).toBeGreaterThanOrEqual(median!);
      }),
    );
  });
});
