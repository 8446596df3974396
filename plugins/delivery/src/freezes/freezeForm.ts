import type { FreezeRequest } from '@ghostlight/plugin-delivery-common';
import { DateTime } from 'luxon';

/** What a field for date and time holds, in the reader's zone. */
export const LOCAL = "yyyy-MM-dd'T'HH:mm";

/** What the dialog asks for, as it is typed. */
export interface FreezeForm {
  title: string;
  reason: string;
  from: string;
  until: string;
  /** Parted by commas. */
  environments: string;
  owners: string[];
  entityRefs: string[];
}

/** From the next hour, for a day. */
export function newFreeze(now: DateTime = DateTime.now()): FreezeForm {
  const start = now.startOf('hour').plus({ hours: 1 });
  return {
    title: '',
    reason: '',
    from: start.toFormat(LOCAL),
    until: start.plus({ days: 1 }).toFormat(LOCAL),
    environments: '',
    owners: [],
    entityRefs: [],
  };
}

/** Epoch milliseconds of its span; undefined when it is none, or over already. */
export function spanOf(
  form: FreezeForm,
  now: number = Date.now(),
): { from: number; until: number } | undefined {
  const from = DateTime.fromISO(form.from);
  const until = DateTime.fromISO(form.until);
  if (!from.isValid || !until.isValid) return undefined;
  const span = { from: from.toMillis(), until: until.toMillis() };
  return span.until > span.from && span.until > now ? span : undefined;
}

export function environmentsOf({ environments }: FreezeForm): string[] {
  const names = environments.split(',').map(name => name.trim());
  return [...new Set(names.filter(Boolean))];
}

/** What the backend is asked; undefined while something is missing. */
export function freezeRequestOf(form: FreezeForm): FreezeRequest | undefined {
  const span = spanOf(form);
  if (!span || form.title.trim() === '') return undefined;
  return {
    title: form.title.trim(),
    reason: form.reason.trim() || undefined,
    from: new Date(span.from).toISOString(),
    until: new Date(span.until).toISOString(),
    environments: environmentsOf(form),
    owners: form.owners,
    entityRefs: form.entityRefs,
  };
}
