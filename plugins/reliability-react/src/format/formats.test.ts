import fc from 'fast-check';
import { formatCount, formatRate } from './formatCount';
import { formatDuration, formatWindow } from './formatDuration';
import { formatPercent, formatTarget } from './formatPercent';
import { formatTime } from './formatTime';
import { formatsFor } from './formatsFor';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('formatPercent', () => {
  it.each([
    [1, '100%'],
    [0.99931, '99.931%'],
    [0.99995, '99.995%'],
    [0.9999999999, '99.99999%'],
    [0.31, '31%'],
    [0.042, '4.2%'],
    [0.0042, '0.42%'],
    [0, '0%'],
    [-0, '0%'],
    [1e-12, '<0.00001%'],
    [-0.92, '-92%'],
    [2.5, '250%'],
    [null, '–'],
    [undefined, '–'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('prints %p as %s', (ratio, text) => {
    expect(formatPercent(ratio)).toBe(text);
  });

  it('keeps the promise with digits given too', () => {
    expect(formatPercent(0.9999, { digits: 0 })).toBe('99%');
    expect(formatPercent(0.9999, { digits: 1 })).toBe('99.9%');
    expect(formatPercent(0.0001, { digits: 0 })).toBe('<1%');
  });

  it('reaches 100 % and 0 % only when the ratio does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
        (ratio, digits) => {
          const text = formatPercent(ratio, { digits });
          expect(text === '100%').toBe(ratio === 1);
          expect(text === '0%').toBe(ratio === 0);
        },
      ),
    );
  });

  it('prints targets as written', () => {
    expect(formatTarget(0.999)).toBe('99.9%');
    expect(formatTarget(0.99999)).toBe('99.999%');
    expect(formatTarget(0.99995, 'es')).toBe('99,995\u00a0%');
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [0.42, '420 ms'],
    [0.9999, '1 s'],
    [20, '20 s'],
    [51.8, '51.8 s'],
    [59.97, '1 min'],
    [804, '13.4 min'],
    [3599.9, '1 h'],
    [7500, '2 h 5 min'],
    [7200, '2 h'],
    [86_399, '1 d'],
    [273_600, '3 d 4 h'],
    [-804, '−13.4 min'],
    [null, '–'],
  ])('prints %p s as %s', (seconds, text) => {
    expect(plain(formatDuration(seconds))).toBe(text);
  });

  it('prints budgets in minutes and ages in one whole unit', () => {
    expect(plain(formatsFor('en').minutes(43.2))).toBe('43.2 min');
    expect(plain(formatsFor('en').minutes(432))).toBe('432 min');
    expect(plain(formatsFor('es').minutes(13.4))).toBe('13,4 min');
    expect(plain(formatDuration(7500, { whole: true }))).toBe('2 h');
    expect(plain(formatDuration(59.9, { whole: true }))).toBe('59 s');
  });

  it('never prints sixty of a unit that has a greater one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e8, noNaN: true }), seconds => {
        const text = plain(formatDuration(seconds));
        expect(text).not.toMatch(/(^| )(60 s|60 min|24 h|1000 ms|1,000 ms)/);
      }),
    );
  });

  it('reads windows as documents write them', () => {
    expect(
      ['1h', '5m', '30d', '2w', '90s'].map(formatWindow).map(plain),
    ).toEqual(['1 h', '5 min', '30 d', '14 d', '90 s']);
    expect(formatWindow('a month')).toBe('a month');
  });
});

describe('counts, rates and times', () => {
  it('groups counts and keeps parts of one below ten', () => {
    expect(formatCount(1_204_331)).toBe('1,204,331');
    expect(formatCount(1_204_331, { compact: true })).toBe('1.2M');
    expect(formatCount(0.4)).toBe('0.4');
    expect(formatCount(41.6)).toBe('42');
    expect(formatCount(null)).toBe('–');
  });

  it('prints burn rates', () => {
    expect(
      [14.2, 14.4, 0.933, 1250.4, 0, null].map(rate => formatRate(rate)),
    ).toEqual(['14.2×', '14.4×', '0.93×', '1,250×', '0×', '–']);
  });

  it('prints times with a 24 hour clock', () => {
    const at = Date.UTC(2026, 10, 3, 14, 4, 20) / 1000;
    const options = { timeZone: 'UTC' };
    expect(formatTime(at, options)).toBe('Nov 3, 14:04');
    expect(formatTime(at, { ...options, style: 'time' })).toBe('14:04');
    expect(formatTime(at, { ...options, language: 'es', style: 'date' })).toBe(
      '3 nov',
    );
    expect(formatTime(at, { ...options, style: 'full' })).toContain('UTC');
  });
});
