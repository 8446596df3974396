import type { OncallShift } from '@ghostlight/plugin-incidents-node';
import fc from 'fast-check';
import { courseOf, handoversOf } from './course';
import { loadOf, nightHours } from './load';

const hour = 3_600_000;

const shift = fc
  .record({
    from: fc.nat(100),
    length: fc.integer({ min: 1, max: 40 }),
    who: fc.constantFrom('a', 'b', 'c'),
    override: fc.boolean(),
  })
  .map(
    ({ from, length, who, override }): OncallShift => ({
      from,
      to: from + length,
      level: 1,
      people: [{ name: who }],
      ...(override && { override }),
    }),
  );

describe('the course of a level', () => {
  it('has no hole, no overlap, and at each instant exactly those whose shifts it is', () => {
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 12 }), shifts => {
        const course = courseOf(shifts, 10, 120);
        const edges = course.flatMap(({ from, to }) => [from, to]);
        expect(edges[0]).toBe(10);
        expect(edges.at(-1)).toBe(120);
        expect(edges.slice(1, -1).filter((_, i) => i % 2)).toEqual(
          edges.slice(1, -1).filter((_, i) => !(i % 2)),
        );
        for (let at = 10; at < 120; at++) {
          const names = (people: { name: string }[]) =>
            [...new Set(people.map(({ name }) => name))].sort();
          const now = course.find(s => s.from <= at && at < s.to);
          expect(names(now?.people ?? [])).toEqual(
            names(
              shifts
                .filter(s => s.from <= at && at < s.to)
                .flatMap(({ people }) => people),
            ),
          );
        }
        const crews = handoversOf(course).map(({ people }) =>
          people
            .map(({ name }) => name)
            .sort()
            .join(),
        );
        expect(crews.filter((crew, i) => crew === crews[i - 1])).toEqual([]);
      }),
    );
  });
});

describe('hours of the night', () => {
  const at = (text: string) => Date.parse(text);

  it.each([
    ['a night', '2026-11-22T21:00Z', '2026-11-23T06:00Z', 'Europe/Madrid', 9],
    ['a day', '2026-11-22T06:00Z', '2026-11-22T21:00Z', 'Europe/Madrid', 0],
    [
      'the end of one',
      '2026-11-22T05:00Z',
      '2026-11-22T07:00Z',
      'Europe/Madrid',
      1,
    ],
    [
      'the night that lasts an hour more',
      '2026-10-24T12:00Z',
      '2026-10-25T12:00Z',
      'Europe/Madrid',
      10,
    ],
    [
      'the one that lasts an hour less',
      '2026-03-28T12:00Z',
      '2026-03-29T12:00Z',
      'Europe/Madrid',
      8,
    ],
    [
      'half an hour on Lord Howe Island',
      '2026-04-04T00:00Z',
      '2026-04-05T00:00Z',
      'Australia/Lord_Howe',
      9.5,
    ],
    [
      'a zone that is none',
      '2026-11-22T22:00Z',
      '2026-11-23T08:00Z',
      'Mars/Base',
      9,
    ],
  ])('of %s', (_name, from, to, zone, hours) => {
    expect(nightHours(at(from), at(to), zone)).toBe(hours);
  });

  it('are in a person’s own zone, or else the rotation’s', () => {
    const from = at('2026-11-22T00:00Z');
    const people = [{ name: 'a', timeZone: 'Asia/Tokyo' }, { name: 'b' }];
    const load = loadOf([{ from, to: from + 6 * hour, people }], 'UTC');
    expect(load.map(({ nightHours: nights }) => nights)).toEqual([0, 6]);
  });
});
