import { ticksOf } from './timeScale';

describe('the ticks of a time axis', () => {
  it.each([
    ['ten minutes', 600],
    ['three hours', 10_800],
    ['ten days', 864_000],
    ['a year', 31_536_000],
  ])('over %s lie inside, evenly, and not too many', (_, span) => {
    const from = 1_767_225_677;
    const ticks = ticksOf(from, from + span, 8);
    const steps = new Set(ticks.slice(1).map((at, i) => at - ticks[i]));
    expect(steps.size).toBeLessThanOrEqual(1);
    expect(Math.min(...ticks)).toBeGreaterThanOrEqual(from);
    expect(Math.max(...ticks)).toBeLessThanOrEqual(from + span);
    expect(ticks.length).toBeLessThanOrEqual(9);
  });
});
