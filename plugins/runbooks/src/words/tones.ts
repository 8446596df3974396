import type {
  AttemptState,
  ExecutionState,
  RunStep,
  Severity,
} from '@ghostlight/plugin-runbooks-common';
import type { Tone } from '@ghostlight/reliability-react';

export const EXECUTION_TONES: Record<ExecutionState, Tone> = {
  'waiting-approval': 'warning',
  running: 'accent',
  waiting: 'warning',
  paused: 'warning',
  verifying: 'accent',
  succeeded: 'positive',
  'not-recovered': 'negative',
  failed: 'negative',
  cancelling: 'warning',
  cancelled: 'neutral',
  rejected: 'neutral',
  unknown: 'negative',
};

export const ATTEMPT_TONES: Record<AttemptState, Tone> = {
  suggested: 'accent',
  'waiting-approval': 'warning',
  approved: 'accent',
  running: 'accent',
  verifying: 'accent',
  verified: 'positive',
  ineffective: 'negative',
  harmful: 'negative',
  failed: 'negative',
  unknown: 'negative',
  escalated: 'warning',
  refused: 'neutral',
  rejected: 'neutral',
  expired: 'neutral',
  cancelled: 'neutral',
};

export const STEP_TONES: Record<RunStep['state'], Tone> = {
  pending: 'neutral',
  running: 'accent',
  waiting: 'warning',
  succeeded: 'positive',
  failed: 'negative',
  skipped: 'neutral',
  cancelled: 'neutral',
  unknown: 'negative',
};

export const SEVERITY_TONES: Record<Severity, Tone> = {
  sev1: 'negative',
  sev2: 'negative',
  sev3: 'warning',
  sev4: 'neutral',
};
