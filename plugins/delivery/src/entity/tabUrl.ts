import type { Outcome } from '@ghostlight/plugin-delivery-common';
import {
  urlField,
  type SetUrlValues,
  type UrlValues,
} from '@ghostlight/reliability-react';

export const OUTCOMES: readonly Outcome[] = [
  'running',
  'succeeded',
  'failed',
  'cancelled',
  'unknown',
];

/** All that a link to the Delivery tab restores. */
export const tabUrl = {
  environment: urlField.text(),
  outcome: urlField.someOf<Outcome>(OUTCOMES),
  /** Deployment whose details are shown. */
  deployment: urlField.text(),
};

export type TabUrl = UrlValues<typeof tabUrl>;
export type SetTabUrl = SetUrlValues<typeof tabUrl>;
