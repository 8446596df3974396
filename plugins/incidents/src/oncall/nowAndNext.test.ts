import { ana, ben } from '../__testUtils__/teams';
import { daysOf, fortnight } from './fortnight';
import { nowAndNext, type TeamLevel } from './nowAndNext';

const at = (hour: number) => new Date(hour * 3_600_000).toISOString();
const shift = (from: number, to: number, people = [ana]) => ({
  from: at(from),
  to: at(to),
  people,
});
const level = (
  shifts: TeamLevel['shifts'],
  gaps: TeamLevel['gaps'] = [],
): TeamLevel => ({ level: 1, shifts, gaps });
const hour = (value: number) => value * 3600;

describe('now and next', () => {
  it.each<[string, TeamLevel, ReturnType<typeof nowAndNext>]>([
    [
      'one after the other',
      level([shift(0, 8), shift(8, 16, [ben])]),
      { now: [ana], until: hour(8), next: [ben] },
    ],
    [
      'a shift cut in two is no handover',
      level([shift(0, 4), shift(4, 8), shift(8, 16, [ben])]),
      { now: [ana], until: hour(8), next: [ben] },
    ],
    [
      'into a gap, and who comes after it',
      level([shift(0, 8), shift(10, 16, [ben])], [{ from: at(8), to: at(10) }]),
      { now: [ana], until: hour(8), next: [ben] },
    ],
    [
      'in a gap',
      level([shift(8, 16, [ben])], [{ from: at(0), to: at(8) }]),
      { now: [], until: hour(8), next: [ben] },
    ],
    [
      'what lasts to the end of what is known has no known end',
      level([shift(0, 16)]),
      { now: [ana], until: undefined, next: [] },
    ],
    ['nothing is known', level([]), { now: [], until: undefined, next: [] }],
  ])('%s', (_, of, expected) => {
    expect(nowAndNext(of, hour(3))).toEqual(expected);
  });
});

describe('a fortnight', () => {
  it('begins with the reader’s day and follows the one before', () => {
    const now = Date.parse('2026-11-21T18:00:00Z');
    const present = fortnight(0, now);
    expect(daysOf(present)).toHaveLength(14);
    expect(new Date(present.from * 1000).getHours()).toBe(0);
    expect(fortnight(1, now).from).toBe(present.to);
    expect(fortnight(-1, now).to).toBe(present.from);
  });
});
