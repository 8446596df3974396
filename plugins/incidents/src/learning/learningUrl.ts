import type { Severity } from '@ghostlight/plugin-incidents-common';
import { urlField, type UrlValues } from '@ghostlight/reliability-react';
import { SEVERITIES } from '../words';

/** Days, by what the URL calls them. */
export const SPANS = {
  '30d': 30,
  '90d': 90,
  '180d': 180,
  '365d': 365,
} as const;
export type Span = keyof typeof SPANS;
export const spans: readonly Span[] = ['30d', '90d', '180d', '365d'];

/** All that a link to the learning page restores. */
export const learningUrl = {
  entity: urlField.text(),
  owner: urlField.text(),
  system: urlField.text(),
  severity: urlField.someOf<Severity>(SEVERITIES),
  span: urlField.oneOf(spans, '90d'),
  imported: urlField.flag(),
};

export type LearningUrl = UrlValues<typeof learningUrl>;

const HOUR = 3_600_000;

/** What the metrics are asked for. The start is cut to the hour, so that a refresh asks the same. */
export function scopeOf(url: LearningUrl, now: number = Date.now()) {
  const start = now - SPANS[url.span] * 24 * HOUR;
  return {
    entityRef: url.entity || undefined,
    owner: url.owner || undefined,
    system: url.system || undefined,
    severity: url.severity.length > 0 ? url.severity : undefined,
    imported: url.imported || undefined,
    from: new Date(Math.ceil(start / HOUR) * HOUR).toISOString(),
  };
}

export type Scope = ReturnType<typeof scopeOf>;
