import { DateTime, IANAZone } from 'luxon';
import { errorAt } from '@ghostlight/reliability-common';
import type { Finding, ObjectiveWindow } from '../objective';
import { type Duration, parseDuration } from './duration';
import type { TimeWindow } from './SloDocument';

const MIN_SECONDS = 300;
const MAX_SECONDS = 7_776_000;
const MAX_CALENDAR_SECONDS = 365 * 86_400;

const calendarUnits = {
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
} as const;

/** Luxon reads much more: a time of today, a week, years that it then cannot write. */
const localTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.0+)?)?)?$/;

/** The window of an SLO; without one there is an error that says why. */
export function compileWindow(
  written: TimeWindow,
  path: string,
): { window?: ObjectiveWindow; findings: Finding[] } {
  const duration = parseDuration(written.duration);
  const fail = (
    at: string,
    code: string,
    message: string,
    found: unknown,
    allowed: string,
  ) => ({
    findings: [errorAt(`${path}.${at}`, code, message, { found, allowed })],
  });
  if (!duration) {
    return fail(
      'duration',
      'invalid',
      'Not a duration.',
      written.duration,
      'such as 30d',
    );
  }
  if (written.calendar) {
    if (written.isRolling) {
      return fail(
        'isRolling',
        'invalid',
        'A window is rolling or follows the calendar.',
        true,
        'false, or no calendar',
      );
    }
    return compileCalendar(written.calendar, duration, written.duration, fail);
  }
  if (!written.isRolling) {
    return fail(
      'isRolling',
      'invalid',
      'A window is rolling or follows the calendar.',
      written.isRolling,
      'isRolling: true | calendar with startTime and timeZone',
    );
  }
  if (duration.seconds < MIN_SECONDS || duration.seconds > MAX_SECONDS) {
    return fail(
      'duration',
      'window-out-of-range',
      'A window this long cannot be kept.',
      written.duration,
      '5m to 90d',
    );
  }
  return {
    window: {
      kind: 'rolling',
      seconds: duration.seconds,
      duration: written.duration,
    },
    findings: [],
  };
}

function compileCalendar(
  calendar: NonNullable<TimeWindow['calendar']>,
  { unit, count, seconds }: Duration,
  duration: string,
  fail: (
    at: string,
    code: string,
    message: string,
    found: unknown,
    allowed: string,
  ) => { findings: Finding[] },
): { window?: ObjectiveWindow; findings: Finding[] } {
  if (unit === 'm' || seconds > MAX_CALENDAR_SECONDS) {
    return fail(
      'duration',
      'window-out-of-range',
      'Not a period of the calendar.',
      duration,
      '1h to 1Y, in h, d, w, M, Q or Y',
    );
  }
  if (!IANAZone.isValidZone(calendar.timeZone)) {
    return fail(
      'calendar.timeZone',
      'invalid',
      'Not a time zone.',
      calendar.timeZone,
      'an IANA name such as Europe/Madrid or UTC',
    );
  }
  const text = calendar.startTime.trim().replace(/\s+/, 'T');
  const start = DateTime.fromISO(text, { zone: calendar.timeZone });
  if (!start.isValid || !localTime.test(text)) {
    return fail(
      'calendar.startTime',
      'invalid',
      'Not a local time.',
      calendar.startTime,
      'yyyy-MM-dd HH:mm:ss, in the time zone beside it',
    );
  }
  return {
    window: {
      kind: 'calendar',
      unit: calendarUnits[unit],
      count,
      timeZone: calendar.timeZone,
      startTime: start.toFormat('yyyy-MM-dd HH:mm:ss'),
      duration,
    },
    findings: [],
  };
}

/**
 * Length of a window in seconds; of a calendar window the usual one (a month has 30 days).
 *
 * @public
 */
export function nominalSeconds(window: ObjectiveWindow): number {
  return window.kind === 'rolling'
    ? window.seconds
    : parseDuration(window.duration)?.seconds ?? 0;
}
