import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Freeze } from '@ghostlight/plugin-delivery-common';
import { DateTime } from 'luxon';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Weeks that are looked through for occurrences. */
const mostWeeks = 60;

/** A freeze of the configuration: every week from one hour to another, or once. */
export interface ConfiguredFreeze {
  id: string;
  title: string;
  reason?: string;
  environments: string[];
  owners: string[];
  zone: string;
  /** ISO weekday (1 is Monday) and minute of the day. */
  weekly?: { from: WeekTime; until: WeekTime };
  once?: { from: number; until: number };
}

interface WeekTime {
  day: number;
  minute: number;
}

/**
 * `delivery.freezes`: `{title, from: 'fri 16:00', until: 'mon 08:00', timeZone, environments?, owners?}`,
 * or with ISO instants for one that is once.
 *
 * @throws InputError that names the key
 */
export function readConfiguredFreezes(
  section: Config | undefined,
): ConfiguredFreeze[] {
  return (section?.getOptionalConfigArray('freezes') ?? []).map(
    (entry, index) => {
      const key = `delivery.freezes[${index}]`;
      const zone = entry.getOptionalString('timeZone') ?? 'UTC';
      if (!DateTime.utc().setZone(zone).isValid)
        throw new InputError(`${key}.timeZone: no time zone '${zone}'`);
      const from = entry.getString('from');
      const until = entry.getString('until');
      const common = {
        id: `config-${index}`,
        title: entry.getString('title'),
        reason: entry.getOptionalString('reason'),
        environments: entry.getOptionalStringArray('environments') ?? [],
        owners: entry.getOptionalStringArray('owners') ?? [],
        zone,
      };
      const weekFrom = readWeekTime(from);
      const weekUntil = readWeekTime(until);
      if (weekFrom && weekUntil)
        return { ...common, weekly: { from: weekFrom, until: weekUntil } };
      const once = {
        from: DateTime.fromISO(from, { zone }).toMillis(),
        until: DateTime.fromISO(until, { zone }).toMillis(),
      };
      if (!(once.until > once.from))
        throw new InputError(
          `${key}: write from and until as 'fri 16:00' or as instants, until after from`,
        );
      return { ...common, once };
    },
  );
}

/** When it is in force within a span of time. */
export function occurrencesOf(
  freeze: ConfiguredFreeze,
  from: number,
  to: number,
): Freeze[] {
  const spans: { from: number; until: number }[] = [];
  if (freeze.once) spans.push(freeze.once);
  if (freeze.weekly) {
    let week = DateTime.fromMillis(from, { zone: freeze.zone })
      .startOf('week')
      .minus({ weeks: 1 });
    for (let count = 0; count < mostWeeks; count++) {
      if (week.toMillis() >= to) break;
      const start = instantOf(week, freeze.weekly.from);
      const end = instantOf(week, freeze.weekly.until);
      spans.push({
        from: start.toMillis(),
        until: (end > start ? end : end.plus({ weeks: 1 })).toMillis(),
      });
      week = week.plus({ weeks: 1 });
    }
  }
  return spans
    .filter(span => span.until > from && span.from < to)
    .map(span => ({
      id: `${freeze.id}@${span.from}`,
      title: freeze.title,
      ...(freeze.reason && { reason: freeze.reason }),
      from: new Date(span.from).toISOString(),
      until: new Date(span.until).toISOString(),
      environments: freeze.environments,
      entityRefs: [],
      owners: freeze.owners,
      source: 'config',
    }));
}

function instantOf(week: DateTime, { day, minute }: WeekTime): DateTime {
  return week
    .plus({ days: day - 1 })
    .set({ hour: Math.floor(minute / 60), minute: minute % 60 });
}

function readWeekTime(text: string): WeekTime | undefined {
  const found = /^([a-z]{3}) ([01]\d|2[0-3]):([0-5]\d)$/i.exec(text);
  const day = found ? days.indexOf(found[1].toLowerCase()) + 1 : 0;
  if (!found || !day) return undefined;
  return { day, minute: Number(found[2]) * 60 + Number(found[3]) };
}
