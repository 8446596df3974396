import fc from 'fast-check';
import { toCsv } from './chartTable';
import { budgetDomain } from './budgetScale';
import { nearest, zoomAround } from './plot';
import { gapsOf } from './spans';

const bucket = (start: number, measured: number) => ({
  start,
  measured,
  good: 0,
  total: 0,
  left: null,
});

describe('gaps', () => {
  it('joins buckets that measured nothing, and holes between buckets', () => {
    expect(
      gapsOf(
        [
          bucket(0, 60),
          bucket(60, 0),
          bucket(120, 0),
          bucket(180, 60),
          bucket(300, 60),
          bucket(360, 0),
        ],
        60,
      ),
    ).toEqual([
      { from: 60, to: 180 },
      { from: 240, to: 300 },
      { from: 360, to: 420 },
    ]);
  });

  it('does not take excluded time for a gap', () => {
    expect(gapsOf([{ ...bucket(0, 0), excluded: 60 }], 60)).toEqual([]);
  });
});

describe('plot arithmetic', () => {
  it('finds the nearest of any sorted instants', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 }),
        fc.integer({ min: -10, max: 1e6 + 10 }),
        (values, at) => {
          const sorted = [...values].sort((a, b) => a - b);
          const best = Math.min(...sorted.map(each => Math.abs(each - at)));
          expect(Math.abs(sorted[nearest(sorted, at)] - at)).toBe(best);
        },
      ),
    );
    expect(nearest([], 5)).toBe(-1);
  });

  it('keeps any zoom inside its limits and not too short', () => {
    const limits = { from: 0, to: 100_000 };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90_000 }),
        fc.integer({ min: 600, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0.5, 2, 0.01, 50),
        (from, length, share, factor) => {
          const range = { from, to: from + length };
          const zoomed = zoomAround(
            range,
            from + length * share,
            factor,
            limits,
            600,
          );
          expect(zoomed.from).toBeGreaterThanOrEqual(limits.from);
          expect(zoomed.to).toBeLessThanOrEqual(limits.to);
          expect(zoomed.to - zoomed.from).toBeGreaterThanOrEqual(599);
        },
      ),
    );
  });

  it('does not let a falling forecast flatten the chart', () => {
    const [low, high] = budgetDomain([{ ...bucket(0, 1), left: 0.2 }], {
      at: 1,
      left: -40,
      low: -90,
      high: -10,
    });
    expect(low).toBeCloseTo(-0.26);
    expect(high).toBe(1);
  });
});

describe('CSV', () => {
  it('quotes what must be, and disarms formulas', () => {
    expect(
      toCsv({
        columns: [{ title: 'a' }, { title: 'b' }],
        rows: [],
        raw: [
          ['x, "y"', 1.5],
          ['=HYPERLINK("http://x")', null],
          ['two\nlines', -2],
        ],
      }),
    ).toBe(
      'a,b\r\n"x, ""y""",1.5\r\n"\'=HYPERLINK(""http://x"")",\r\n"two\nlines",-2\r\n',
    );
  });
});
