import { urlField, type UrlValues } from '@ghostlight/reliability-react';
import type { NotificationState } from '@ghostlight/plugin-incidents-common';

export const STATES: readonly NotificationState[] = [
  'waiting',
  'sent',
  'failed',
  'dropped',
];

/** All that a link to the on-call page restores. */
export const oncallUrl = {
  view: urlField.oneOf(['rotations', 'notifications'], 'rotations'),
  /** Ref of the team that is shown in full. */
  team: urlField.text(),
  /** Fortnights after this one. */
  later: urlField.integer(),
  /** Ref of the entity that is looked up. */
  entity: urlField.text(),
  state: urlField.someOf<NotificationState>(STATES),
  channel: urlField.text(),
  incident: urlField.text(),
};

export type OncallUrl = UrlValues<typeof oncallUrl>;
