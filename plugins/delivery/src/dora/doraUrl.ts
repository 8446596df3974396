import {
  urlField,
  type SetUrlValues,
  type UrlValues,
} from '@ghostlight/reliability-react';
import type { DoraScope } from '../hooks';

/** Days, by what the URL calls them. */
export const SPANS = { '30d': 30, '90d': 90, '365d': 365 } as const;
export type Span = keyof typeof SPANS;
export const spans: readonly Span[] = ['30d', '90d', '365d'];

/** All that a link to the DORA page restores. */
export const doraUrl = {
  owner: urlField.text(),
  system: urlField.text(),
  environment: urlField.text(),
  span: urlField.oneOf(spans, '90d'),
};

export type DoraUrl = UrlValues<typeof doraUrl>;
export type SetDoraUrl = SetUrlValues<typeof doraUrl>;

const HOUR = 3_600_000;

/** What the metrics are asked of. The start is cut to the hour, so that a refresh asks the same. */
export function scopeOf(url: DoraUrl, now: number = Date.now()): DoraScope {
  const start = now - SPANS[url.span] * 24 * HOUR;
  return {
    owner: url.owner || undefined,
    system: url.system || undefined,
    environment: url.environment.trim() || undefined,
    from: new Date(Math.ceil(start / HOUR) * HOUR).toISOString(),
  };
}
