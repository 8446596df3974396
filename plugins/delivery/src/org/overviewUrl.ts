import {
  urlField,
  type SetUrlValues,
  type UrlValues,
} from '@ghostlight/reliability-react';
import type { useOverview } from '../hooks';

export const LANE_STATES = ['failing', 'running', 'rolled-back'] as const;
type LaneState = (typeof LANE_STATES)[number];

export const COLUMNS = [
  'service',
  'environment',
  'version',
  'age',
  'by',
  'state',
  'deployments',
  'failures',
  'owner',
  'lastChange',
] as const;

/** All that a link to the overview restores. */
export const overviewUrl = {
  q: urlField.text(),
  owner: urlField.text(),
  system: urlField.text(),
  environment: urlField.text(),
  state: urlField.oneOf<LaneState | ''>(['', ...LANE_STATES], ''),
  columns: urlField.someOf(COLUMNS, COLUMNS),
};

export type OverviewUrl = UrlValues<typeof overviewUrl>;
export type SetOverviewUrl = SetUrlValues<typeof overviewUrl>;

/** What the overview is asked for. */
export function overviewFilterOf(
  url: OverviewUrl,
): Parameters<typeof useOverview>[0] {
  return {
    q: url.q.trim() || undefined,
    owner: url.owner || undefined,
    system: url.system || undefined,
    environment: url.environment.trim() || undefined,
    state: url.state || undefined,
  };
}

/** No filter. */
export const UNFILTERED: Partial<OverviewUrl> = {
  q: '',
  owner: '',
  system: '',
  environment: '',
  state: '',
};
