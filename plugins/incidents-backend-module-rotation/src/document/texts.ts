import { z } from 'zod';

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const dayPattern = `(?:${weekdays.join('|')})`;
const time = '(?:[01]\\d|2[0-3]):[0-5]\\d';

/** 09:00 as minutes since midnight. */
export function minutesOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Mon is 1. */
export function weekdayNumber(text: string): number {
  return weekdays.indexOf(text) + 1;
}

function isZone(text: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}

function isDate(text: string): boolean {
  const parsed = Date.parse(`${text}T00:00:00Z`);
  return (
    Number.isFinite(parsed) &&
    new Date(parsed).toISOString().slice(0, 10) === text
  );
}

export const timeZone = z
  .string()
  .refine(text => /[A-Za-z]/.test(text) && isZone(text), {
    error: ({ input }) =>
      `'${input}' is no IANA time zone; write one such as Europe/Madrid`,
  });

export const entityRef = (kind: string) =>
  z.string().regex(/^[a-z][\w-]*:[\w.-]+\/[\w.-]+$/i, {
    error: ({ input }) =>
      `'${input}' is no full entity ref; write one such as ${kind}`,
  });

export const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, {
    abort: true,
    error: 'write a date such as 2026-11-23',
  })
  .refine(isDate, {
    error: 'there is no such day; write a date such as 2026-11-23',
  });

/** 24:00 is the end of the day. */
export const timeOfDay = z.string().regex(new RegExp(`^(?:${time}|24:00)$`), {
  error: 'write a time such as 09:00, in quotes',
});

export const handover = z
  .string()
  .regex(new RegExp(`^(?:${dayPattern} )?${time}$`), {
    error: 'write Mon 09:00 for weeks, 09:00 for days',
  });

/** Days of the week, single or from-to. */
export const days = z
  .array(
    z.string().regex(new RegExp(`^${dayPattern}(?:-${dayPattern})?$`), {
      error: `write days as ${weekdays.join(', ')} or a range such as Mon-Fri`,
    }),
  )
  .min(1, 'name a day, or leave it out for every day')
  .transform(list => {
    const found = new Set<number>();
    for (const entry of list) {
      const [first, last = first] = entry.split('-').map(weekdayNumber);
      for (let day = first; ; day = (day % 7) + 1) {
        found.add(day);
        if (day === last) break;
      }
    }
    return [...found].sort();
  });

/** 15m, 1h or 1h30m as minutes. */
export const duration = z
  .string()
  .regex(/^(?=\d)(?:\d{1,3}h)?(?:\d{1,4}m)?$/, {
    error: 'write a duration such as 15m or 1h30m',
  })
  .transform(text => {
    const [, hours = '0', minutes = '0'] =
      /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(text) ?? [];
    return Number(hours) * 60 + Number(minutes);
  })
  .refine(minutes => minutes >= 1 && minutes <= 1440, {
    error: 'must be from 1m to 24h',
  });

/** Local time of the team, or with an offset. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?$/, {
    error: 'write a time such as 2026-12-24T18:00',
  });
