import type { OncallShift } from '@ghostlight/plugin-incidents-node';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readInline } from '../document';
import { shiftsOf } from '.';

const hour = 3_600_000;
const day = 24 * hour;

const ines = 'user:default/ines.ortega';
const tomasz = 'user:default/tomasz.lis';
const amara = 'user:default/amara.diallo';

interface TeamOptions {
  timeZone?: string;
  layers?: object[];
  levels?: object[];
  overrides?: object[];
}

const weekly = {
  name: 'week',
  participants: [ines, tomasz],
  rotate: 'weekly',
  handover: 'Mon 09:00',
  start: '2025-01-06',
};

function team(options: TeamOptions = {}) {
  const {
    timeZone = 'Europe/Madrid',
    layers = [weekly],
    levels = [{ layers }],
    overrides,
  } = options;
  const { teams } = readInline(
    {
      teams: [
        {
          owner: 'group:default/payments',
          timeZone,
          levels,
          ...(overrides && { overrides }),
        },
      ],
    },
    'test',
  );
  return teams[0];
}

function at(text: string, zone = 'Europe/Madrid') {
  return DateTime.fromISO(text, { zone }).toMillis();
}

/** A line for each shift, in the zone's own time. */
function lines(shifts: OncallShift[], zone = 'Europe/Madrid') {
  const wall = (instant: number) =>
    DateTime.fromMillis(instant, { zone }).toFormat('MM-dd HH:mm');
  return shifts.map(
    ({ from, to, people, layer }) =>
      `${wall(from)} ${wall(to)} ${(to - from) / hour}h ${people[0].name}${
        layer ? ` ${layer}` : ''
      }`,
  );
}

/** Cuts that mean nothing undone. */
function joined(shifts: OncallShift[]): OncallShift[] {
  const whole: OncallShift[] = [];
  const same = ({ level, people, layer, override }: OncallShift) =>
    JSON.stringify([level, people, layer, override]);
  for (const shift of shifts) {
    const last = whole.at(-1);
    if (last && last.to === shift.from && same(last) === same(shift))
      last.to = shift.to;
    else whole.push({ ...shift });
  }
  return whole;
}

describe('a rotation', () => {
  it('hands over on the wall clock, before, on and after the days the clocks change', () => {
    const daily = { ...weekly, rotate: 'daily', handover: '09:00' };
    const shifts = shiftsOf(team({ layers: [daily] }), {
      from: at('2026-03-27T09:00'),
      to: at('2026-03-31T09:00'),
    });
    expect(lines(shifts)).toEqual([
      '03-27 09:00 03-28 09:00 24h tomasz.lis week',
      '03-28 09:00 03-29 09:00 23h ines.ortega week',
      '03-29 09:00 03-30 09:00 24h tomasz.lis week',
      '03-30 09:00 03-31 09:00 24h ines.ortega week',
    ]);
    const autumn = shiftsOf(team(), {
      from: at('2026-10-19T09:00'),
      to: at('2026-11-02T09:00'),
    });
    expect(lines(autumn)).toEqual([
      '10-19 09:00 10-26 09:00 169h tomasz.lis week',
      '10-26 09:00 11-02 09:00 168h ines.ortega week',
    ]);
  });

  it('changes half an hour on Lord Howe Island', () => {
    const zone = 'Australia/Lord_Howe';
    const daily = { ...weekly, rotate: 'daily', handover: '09:00' };
    const shifts = shiftsOf(team({ timeZone: zone, layers: [daily] }), {
      from: at('2026-04-04T09:00', zone),
      to: at('2026-04-05T09:00', zone),
    });
    expect(lines(shifts, zone)).toEqual([
      '04-04 09:00 04-05 09:00 24.5h tomasz.lis week',
    ]);
  });

  it('puts a handover that the clocks jump over after the jump, and of two takes the first', () => {
    const night = { ...weekly, rotate: 'daily', handover: '02:30' };
    const shifts = (day1: string, day2: string) =>
      lines(
        shiftsOf(team({ layers: [night] }), {
          from: at(`${day1}T12:00`),
          to: at(`${day2}T12:00`),
        }),
      );
    expect(shifts('2026-03-28', '2026-03-29')[0]).toContain(
      '03-29 03:30 14.5h',
    );
    expect(shifts('2026-10-24', '2026-10-25')[0]).toContain(
      '10-25 02:30 14.5h',
    );
  });

  it('begins at the first handover on or after its start, and ends', () => {
    const layer = { ...weekly, start: '2026-11-04', end: '2026-11-25' };
    const span = { from: at('2026-11-01T00:00'), to: at('2026-12-20T00:00') };
    expect(lines(shiftsOf(team({ layers: [layer] }), span))).toEqual([
      '11-09 09:00 11-16 09:00 168h ines.ortega week',
      '11-16 09:00 11-23 09:00 168h tomasz.lis week',
      '11-23 09:00 11-25 09:00 48h ines.ortega week',
    ]);
  });

  it('has business hours and nights by restrictions, with the later layer on top', () => {
    const layers = [
      weekly,
      {
        name: 'office',
        participants: [amara],
        rotate: { days: 3 },
        handover: '09:00',
        start: '2026-01-01',
        restrictions: [{ days: ['Mon-Fri'], from: '09:00', to: '17:00' }],
      },
      {
        name: 'friday night',
        participants: [{ name: 'Night desk' }],
        rotate: { weeks: 2 },
        handover: 'Fri 12:00',
        start: '2026-01-01',
        restrictions: [{ days: ['Fri'], from: '22:00', to: '06:00' }],
      },
    ];
    const span = { from: at('2026-11-20T08:00'), to: at('2026-11-21T12:00') };
    expect(lines(shiftsOf(team({ layers }), span))).toEqual([
      '11-20 08:00 11-20 09:00 1h tomasz.lis week',
      '11-20 09:00 11-20 17:00 8h amara.diallo office',
      '11-20 17:00 11-20 22:00 5h tomasz.lis week',
      '11-20 22:00 11-21 06:00 8h Night desk friday night',
      '11-21 06:00 11-21 12:00 6h tomasz.lis week',
    ]);
  });

  it('is overridden for a time, by somebody, by a later override, or by nobody', () => {
    const overrides = [
      {
        from: '2026-12-24T18:00',
        to: '2026-12-26T09:00',
        user: amara,
        reason: 'Christmas',
      },
      // Five in the afternoon in Madrid.
      { from: '2026-12-25T16:00Z', to: '2026-12-25T18:00Z', user: tomasz },
      { from: '2026-12-26T00:00', to: '2026-12-26T06:00', nobody: true },
    ];
    const span = { from: at('2026-12-24T12:00'), to: at('2026-12-26T12:00') };
    const shifts = shiftsOf(team({ overrides }), span);
    expect(lines(shifts)).toEqual([
      '12-24 12:00 12-24 18:00 6h ines.ortega week',
      '12-24 18:00 12-25 17:00 23h amara.diallo Christmas',
      '12-25 17:00 12-25 19:00 2h tomasz.lis',
      '12-25 19:00 12-26 00:00 5h amara.diallo Christmas',
      '12-26 06:00 12-26 09:00 3h amara.diallo Christmas',
      '12-26 09:00 12-26 12:00 3h ines.ortega week',
    ]);
    expect(shifts.map(({ override }) => override)).toEqual([
      undefined,
      true,
      true,
      true,
      true,
      undefined,
    ]);
  });

  it('costs what the span costs, however long ago it began', () => {
    const daily = {
      ...weekly,
      rotate: 'daily',
      handover: '09:00',
      start: '1971-01-01',
    };
    const span = { from: at('2026-11-20T09:00'), to: at('2026-11-22T09:00') };
    expect(shiftsOf(team({ layers: [daily] }), span)).toHaveLength(2);
  });
});

describe('any rotation', () => {
  const zones = [
    'Europe/Madrid',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'UTC',
  ];
  const clock = fc
    .record({ h: fc.nat(23), m: fc.constantFrom(0, 15, 30, 59) })
    .map(({ h, m }) =>
      [h, m].map(part => String(part).padStart(2, '0')).join(':'),
    );
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const turn = fc.oneof(
    fc.record({ rotate: fc.constant('daily'), handover: clock }),
    fc.record({
      rotate: fc.integer({ min: 1, max: 30 }).map(days => ({ days })),
      handover: clock,
    }),
    fc.record({
      rotate: fc.constant('weekly'),
      handover: fc
        .tuple(fc.constantFrom(...weekdays), clock)
        .map(parts => parts.join(' ')),
    }),
  );
  const person = fc.constantFrom(ines, tomasz, amara);
  const layerOf = (restricted: boolean) =>
    fc
      .record({
        turn,
        participants: fc.array(person, { minLength: 1, maxLength: 4 }),
        start: fc.constantFrom('2024-02-29', '2025-06-01', '2026-01-31'),
        restrictions: fc.array(
          fc.record({
            days: fc.uniqueArray(fc.constantFrom(...weekdays), {
              minLength: 1,
            }),
            from: clock,
            to: clock,
          }),
          { minLength: restricted ? 1 : 0, maxLength: restricted ? 3 : 0 },
        ),
      })
      .map(({ turn: turns, restrictions, ...rest }) => ({
        ...turns,
        ...rest,
        ...(restrictions.length && { restrictions }),
      }));
  const begin = Date.UTC(2026, 1, 20);
  const instant = fc
    .integer({ min: 0, max: 300 * 24 * 4 })
    .map(n => begin + (n * hour) / 4);
  const span = fc
    .tuple(instant, fc.integer({ min: 1, max: 40 * 24 * 4 }))
    .map(([from, quarters]) => ({ from, to: from + (quarters * hour) / 4 }));
  const override = fc
    .tuple(span, fc.option(person, { nil: undefined }))
    .map(([{ from, to }, user]) => ({
      from: new Date(from).toISOString().slice(0, 19).concat('Z'),
      to: new Date(to).toISOString().slice(0, 19).concat('Z'),
      ...(user ? { user } : { nobody: true }),
    }));
  const anyTeam = fc.record({
    timeZone: fc.constantFrom(...zones),
    layers: fc
      .tuple(layerOf(false), fc.array(layerOf(true), { maxLength: 3 }))
      .map(([base, above]) => [base, ...above]),
    overrides: fc.array(override, { maxLength: 4 }),
  });

  it('never has two shifts at a time, nor one that lasts no time or leaves the span', () => {
    fc.assert(
      fc.property(anyTeam, span, (options, asked) => {
        const shifts = shiftsOf(team(options), asked);
        shifts.forEach((shift, i) => {
          expect(shift.from).toBeGreaterThanOrEqual(
            i ? shifts[i - 1].to : asked.from,
          );
          expect(shift.to).toBeGreaterThan(shift.from);
        });
        expect(shifts.at(-1)?.to ?? 0).toBeLessThanOrEqual(asked.to);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no gap when a layer is always in force and nobody asked for one', () => {
    fc.assert(
      fc.property(anyTeam, span, ({ overrides, ...options }, asked) => {
        const filled = overrides.filter(o => 'user' in o);
        const shifts = shiftsOf(team({ ...options, overrides: filled }), asked);
        const covered = shifts.reduce((sum, s) => sum + s.to - s.from, 0);
        expect(covered).toBe(asked.to - asked.from);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same whether a span is asked for at once or in two parts', () => {
    fc.assert(
      fc.property(
        anyTeam,
        span,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (options, asked, share) => {
          const rotation = team(options);
          const { from, to } = asked;
          const cut = Math.round(from + share * (to - from));
          const parts = [
            ...shiftsOf(rotation, { from, to: cut }),
            ...shiftsOf(rotation, { from: cut, to }),
          ];
          expect(joined(parts)).toEqual(joined(shiftsOf(rotation, asked)));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('has at each instant the last override there is, or else who is on call without any', () => {
    fc.assert(
      fc.property(
        anyTeam,
        span,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (options, asked, share) => {
          const instantAsked = Math.floor(
            asked.from + share * (asked.to - asked.from),
          );
          const who = (shifts: OncallShift[]) =>
            shifts.find(s => s.from <= instantAsked && instantAsked < s.to)
              ?.people[0].userRef;
          const top = options.overrides.findLast(
            o =>
              Date.parse(o.from) <= instantAsked &&
              instantAsked < Date.parse(o.to),
          );
          const below = who(
            shiftsOf(team({ ...options, overrides: [] }), asked),
          );
          const expected = top && 'user' in top ? top.user : undefined;
          expect(who(shiftsOf(team(options), asked))).toBe(
            top ? expected : below,
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('hands over at the time on the wall, in turns that differ by the change of clocks only', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        // By day, when no clocks change.
        fc.integer({ min: 4, max: 22 }),
        instant,
        (timeZone, h, from) => {
          const handover = `${String(h).padStart(2, '0')}:00`;
          const layers = [{ ...weekly, rotate: 'daily', handover }];
          const rotation = team({ timeZone, layers });
          const shifts = shiftsOf(rotation, { from, to: from + 20 * day });
          for (const shift of shifts.slice(1, -1)) {
            const wall = DateTime.fromMillis(shift.from, { zone: timeZone });
            expect(wall.toFormat('HH:mm')).toBe(handover);
            const change =
              DateTime.fromMillis(shift.to, { zone: timeZone }).offset -
              wall.offset;
            expect(shift.to - shift.from).toBe(day - change * 60_000);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
