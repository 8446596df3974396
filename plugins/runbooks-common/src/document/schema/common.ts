import { secondsOfDuration } from '@ghostlight/reliability-common';
import { z } from 'zod';

/** Characters of a short text: a title, a name. */
export const SHORT = 200;
/** Characters of a text that somebody reads. */
export const LONG = 10_000;

export const short = z.string().trim().min(1).max(SHORT);
export const long = z.string().trim().min(1).max(LONG);

function durationUpTo(seconds: number, allowed: string) {
  return z
    .string()
    .refine(text => (secondsOfDuration(text) ?? Infinity) <= seconds, {
      error: 'Not a duration that this field takes.',
      params: { allowed },
    })
    .meta({ pattern: '^(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?$' });
}

/** How long a step, a window or a wait takes. */
export const duration = durationUpTo(
  7 * 86_400,
  'such as 30s, 15m or 1h30m; at most 7d',
);
/** How often something is to be done. */
export const longDuration = durationUpTo(
  3 * 365 * 86_400,
  'such as 30d; at most 1095d',
);

/** `payments`, `default/payments`, `component:default/payments`, `slo:default/latency~p99`. */
export const reference = z
  .string()
  .refine(text => /^[-\w.~:/]{1,250}$/.test(text), {
    error: 'Not a reference.',
    params: { allowed: 'a name, or kind:namespace/name' },
  })
  .meta({ pattern: '^[-\\w.~:/]{1,250}$' });

export const identifier = z
  .string()
  .refine(text => /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/.test(text), {
    error: 'Not an id.',
    params: {
      allowed:
        'up to 63 letters, digits, - and _, beginning with a letter or digit',
    },
  })
  .meta({ pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$' });

export const actionId = z
  .string()
  .refine(text => /^[a-z][a-z0-9-]{0,40}:[a-z][a-z0-9-]{0,60}$/.test(text), {
    error: 'Not the id of an action.',
    params: { allowed: 'such as kubernetes:restart-rollout' },
  })
  .meta({ pattern: '^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$' });

export const references = z.array(reference).max(50);
export const share = z.number().min(0).max(1);
export const burnRate = z.number().gt(0).max(1_000_000);
/** Checked by the action itself. */
export const values = z.record(z.string().max(SHORT), z.unknown());
export const severity = z.enum(['sev1', 'sev2', 'sev3', 'sev4']);

export const timeZone = z.string().refine(isTimeZone, {
  error: 'Not a time zone.',
  params: { allowed: 'an IANA name such as Europe/Madrid' },
});

function isTimeZone(name: string): boolean {
  if (name.length > 60) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
