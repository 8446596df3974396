import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { occurrencesOf, readConfiguredFreezes } from './ConfiguredFreeze';

const read = (freeze: Record<string, string>) =>
  readConfiguredFreezes(
    new ConfigReader({ freezes: [{ title: 'Weekend', ...freeze }] }),
  )[0];

const spansOf = (freeze: Record<string, string>, from: string, to: string) =>
  occurrencesOf(read(freeze), Date.parse(from), Date.parse(to)).map(
    span => `${span.from} – ${span.until}`,
  );

describe('a freeze of every week', () => {
  const weekend = {
    from: 'fri 16:00',
    until: 'mon 08:00',
    timeZone: 'Europe/Berlin',
  };

  it('keeps to the clock on the wall when that is changed', () => {
    expect(
      spansOf(weekend, '2026-10-19T00:00:00Z', '2026-11-02T00:00:00Z'),
    ).toEqual([
      '2026-10-16T14:00:00.000Z – 2026-10-19T06:00:00.000Z',
      // Summer time ends in this one: an hour longer.
      '2026-10-23T14:00:00.000Z – 2026-10-26T07:00:00.000Z',
      '2026-10-30T15:00:00.000Z – 2026-11-02T07:00:00.000Z',
    ]);
    expect(
      spansOf(weekend, '2026-03-28T00:00:00Z', '2026-03-29T00:00:00Z'),
    ).toEqual(['2026-03-27T15:00:00.000Z – 2026-03-30T06:00:00.000Z']);
  });

  it('has an id for each occurrence, that stays', () => {
    const from = Date.parse('2026-11-02T07:00:00Z');
    const ids = () =>
      occurrencesOf(read(weekend), from, from + 14 * 86_400_000).map(
        ({ id }) => id,
      );
    expect(new Set(ids()).size).toBe(2);
    expect(ids()).toEqual(ids());
  });

  it('is in force when the clock on the wall says so, anywhere', () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    const minuteOfWeek = fc.integer({ min: 0, max: 7 * 1440 - 1 });
    const text = (minute: number) => {
      const clock = [Math.floor((minute % 1440) / 60), minute % 60]
        .map(part => String(part).padStart(2, '0'))
        .join(':');
      return `${days[Math.floor(minute / 1440)]} ${clock}`;
    };
    fc.assert(
      fc.property(
        minuteOfWeek,
        minuteOfWeek,
        fc.constantFrom(
          ...['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'],
          ...['Australia/Lord_Howe', 'Pacific/Apia', 'America/Sao_Paulo'],
        ),
        fc.integer({
          min: Date.parse('2025-01-01T00:00:00Z'),
          max: Date.parse('2029-01-01T00:00:00Z'),
        }),
        (from, until, timeZone, at) => {
          const offset = (shift: number) =>
            DateTime.fromMillis(at + shift, { zone: timeZone }).offset;
          // What 02:30 is in the night in which there is none, is a matter of taste.
          fc.pre(offset(-3 * 3600_000) === offset(3 * 3600_000));
          const here = DateTime.fromMillis(at, { zone: timeZone });
          const minute =
            (here.weekday - 1) * 1440 + here.hour * 60 + here.minute;
          const isFrozen =
            from < until
              ? from <= minute && minute < until
              : minute >= from || minute < until;
          const freeze = read({
            from: text(from),
            until: text(until),
            timeZone,
          });
          expect(occurrencesOf(freeze, at, at + 1).length > 0).toBe(isFrozen);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it('a freeze that is once is read in its time zone', () => {
  const once = {
    from: '2026-12-24T00:00',
    until: '2026-12-27T00:00',
    timeZone: 'America/New_York',
  };
  expect(spansOf(once, '2026-12-25T00:00:00Z', '2026-12-26T00:00:00Z')).toEqual(
    ['2026-12-24T05:00:00.000Z – 2026-12-27T05:00:00.000Z'],
  );
  expect(spansOf(once, '2026-12-27T05:00:00Z', '2027-12-26T00:00:00Z')).toEqual(
    [],
  );
});

it.each([
  [{ from: 'fri 16:00', until: 'mon 8:00' }, /until after from/],
  [{ from: 'fri 25:00', until: 'mon 08:00' }, /delivery\.freezes\[0\]/],
  [{ from: 'day 10:00', until: 'mon 08:00' }, /delivery\.freezes\[0\]/],
  [{ from: '2026-12-27', until: '2026-12-24' }, /until after from/],
  [
    { from: 'fri 16:00', until: 'mon 08:00', timeZone: 'Mars/Base' },
    /timeZone: no time zone 'Mars\/Base'/,
  ],
])('a freeze %j is refused at the start', (freeze, message) => {
  expect(() => read(freeze)).toThrow(message);
});
