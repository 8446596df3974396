import type { AlertSeverity } from '@ghostlight/plugin-incidents-common';
import { urlField, type UrlValues } from '@ghostlight/reliability-react';
import { ALERT_SEVERITIES } from '../words';

/** Views that are lists of alerts, as the API calls them. */
export const ALERT_VIEWS = [
  'open',
  'suppressed',
  'unresolved',
  'resolved',
  'all',
] as const;

export type AlertView = (typeof ALERT_VIEWS)[number];

/** All parts of the inbox, in the order of its tabs. */
export const VIEWS = [
  ...ALERT_VIEWS,
  'quarantined',
  'silences',
  'senders',
] as const;

export type View = (typeof VIEWS)[number];

export function isAlertView(view: View): view is AlertView {
  return ALERT_VIEWS.some(each => each === view);
}

/** All that a link to the inbox restores. */
export const inboxUrl = {
  view: urlField.oneOf(VIEWS, 'open'),
  severity: urlField.someOf<AlertSeverity>(ALERT_SEVERITIES),
  adapter: urlField.list(),
  entity: urlField.list(),
  q: urlField.text(),
  /** Id of the alert, or item in quarantine, that is shown in full. */
  alert: urlField.text(),
};

export type InboxUrl = UrlValues<typeof inboxUrl>;

export const UNFILTERED: Partial<InboxUrl> = {
  severity: [],
  adapter: [],
  entity: [],
  q: '',
};

export function isFiltered({
  severity,
  adapter,
  entity,
  q,
}: InboxUrl): boolean {
  return severity.length + adapter.length + entity.length > 0 || q !== '';
}
