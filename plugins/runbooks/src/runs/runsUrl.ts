import type {
  ExecutionKind,
  ExecutionState,
} from '@ghostlight/plugin-runbooks-common';
import { urlField, type UrlValues } from '@ghostlight/reliability-react';
import type { ExecutionFilter } from '../hooks';
import { EXECUTION_TONES } from '../words/tones';

export const STATES = Object.keys(EXECUTION_TONES) as ExecutionState[];
export const KINDS: readonly ExecutionKind[] = [
  'runbook',
  'action',
  'dry-run',
  'rehearsal',
  'experiment',
];

/** All that a link to the list restores. */
export const runsUrl = {
  state: urlField.someOf<ExecutionState>(STATES),
  kind: urlField.someOf<ExecutionKind>(KINDS),
  entity: urlField.text(),
  runbook: urlField.text(),
  policy: urlField.text(),
  experiment: urlField.text(),
  incident: urlField.text(),
  by: urlField.text(),
};

export type RunsUrl = UrlValues<typeof runsUrl>;

/** No filter. */
export const UNFILTERED: RunsUrl = {
  state: [],
  kind: [],
  entity: '',
  runbook: '',
  policy: '',
  experiment: '',
  incident: '',
  by: '',
};

/** What the list is asked for. */
export function executionFilterOf(url: RunsUrl): ExecutionFilter {
  return {
    state: url.state.length > 0 ? url.state : undefined,
    kind: url.kind.length > 0 ? url.kind : undefined,
    entityRef: url.entity ? [url.entity] : undefined,
    runbookRef: url.runbook || undefined,
    policyRef: url.policy || undefined,
    experimentRef: url.experiment || undefined,
    incidentId: url.incident.trim() || undefined,
    by: url.by || undefined,
  };
}
