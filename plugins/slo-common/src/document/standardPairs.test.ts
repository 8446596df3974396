import fc from 'fast-check';
import {
  formatDuration,
  lintTargets,
  parseDuration,
  standardPairs,
} from './index';

const DAY = 86_400;

describe('the burn table', () => {
  it('has the numbers of the SRE Workbook for 30 and 28 days', () => {
    expect(standardPairs(30 * DAY, 0.999)).toEqual([
      {
        name: 'page-1h',
        severity: 'page',
        longSeconds: 3_600,
        shortSeconds: 300,
        threshold: 14.4,
      },
      {
        name: 'page-6h',
        severity: 'page',
        longSeconds: 21_600,
        shortSeconds: 1_800,
        threshold: 6,
      },
      {
        name: 'ticket-1d',
        severity: 'ticket',
        longSeconds: DAY,
        shortSeconds: 7_200,
        threshold: 3,
      },
      {
        name: 'ticket-3d',
        severity: 'ticket',
        longSeconds: 3 * DAY,
        shortSeconds: 21_600,
        threshold: 1,
      },
    ]);
    const month = standardPairs(28 * DAY, 0.999).map(pair => pair.threshold);
    expect(month[0]).toBe(13.44);
    expect(month[1]).toBe(5.6);
    expect(month[2]).toBe(2.8);
    expect(month[3]).toBeCloseTo(0.9333, 4);
  });

  it('keeps no pair that a service sets off while it keeps its objective', () => {
    expect(standardPairs(7 * DAY, 0.999).map(pair => pair.name)).toEqual([
      'page-1h',
      'page-6h',
    ]);
    expect(standardPairs(DAY, 0.999)).toMatchObject([
      { name: 'page-12m', threshold: 6 },
      { name: 'ticket-48m', threshold: 3 },
      { name: 'ticket-144m', threshold: 1 },
    ]);
  });

  it('fits into every period', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 90 * 1_440 }),
        fc.double({ min: 0.01, max: 0.99999, noNaN: true }),
        (minutes, target) => {
          for (const pair of standardPairs(minutes * 60, target)) {
            expect(pair.longSeconds).toBeLessThan(minutes * 60);
            expect(pair.shortSeconds).toBeLessThan(pair.longSeconds);
            expect(pair.shortSeconds % 60).toBe(0);
            expect(pair.longSeconds % 60).toBe(0);
            expect(pair.threshold).toBeGreaterThanOrEqual(0.9);
            expect(pair.unreachable ?? false).toBe(
              pair.threshold >= Number((1 / (1 - target)).toPrecision(12)),
            );
          }
        },
      ),
    );
  });
});

describe('durations', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.constantFrom('m', 'h', 'd', 'w', 'M', 'Q', 'Y'),
        (count, unit) => {
          const duration = parseDuration(`${count}${unit}`);
          expect(duration).toMatchObject({ count, unit });
          const seconds = duration?.seconds ?? 0;
          expect(parseDuration(formatDuration(seconds))?.seconds).toBe(seconds);
        },
      ),
    );
    for (const text of ['', '0m', '1.5h', '-1d', '1s', '1 d', 'PT1H', '1D']) {
      expect(parseDuration(text)).toBeUndefined();
    }
  });
});

describe('targets and dependencies', () => {
  const objective = (entityRef: string, target: number, ref = entityRef) => ({
    ref,
    entityRef,
    target,
  });

  it('a target above what the dependencies promise together is named', () => {
    const findings = lintTargets(
      [
        objective('checkout', 0.9995),
        objective('payments', 0.999),
        objective('ledger', 0.999),
        objective('ledger', 0.9, 'ledger~slow'),
        objective('search', 0.99),
      ],
      new Map([
        ['checkout', ['payments', 'ledger', 'unmeasured', 'checkout']],
        ['search', ['ledger']],
        ['payments', ['unmeasured']],
      ]),
    );
    expect([...findings.keys()]).toEqual(['checkout']);
    expect(findings.get('checkout')).toMatchObject({
      severity: 'warning',
      code: 'target-above-dependencies',
      found: '99.95 %',
      allowed: 'at most 99.8001 %',
    });
  });

  it('a target at or below the product is never named', () => {
    const share = fc.double({ min: 0.5, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), targets => {
        const names = targets.map((_, i) => `dependency-${i}`);
        const product = targets.reduce((all, target) => all * target, 1);
        const needed = names.map((name, i) => objective(name, targets[i]));
        const lint = (target: number) =>
          lintTargets(
            [objective('top', target), ...needed],
            new Map([['top', names]]),
          ).has('top');
        expect(lint(product)).toBe(false);
        expect(lint(Math.min(0.99999, product + 0.00005))).toBe(true);
      }),
    );
  });
});
