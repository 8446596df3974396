import type {
  CheckVerdict,
  Comparison,
  Outcome,
  RollbackState,
  RolloutState,
  RunStep,
  SourceStatus,
  Verdict,
  Watch,
  WatchRule,
} from '@ghostlight/plugin-delivery-common';
import type { Tone } from '@ghostlight/reliability-react';

export const VERDICT_TONES: Record<Verdict, Tone> = {
  allow: 'positive',
  warn: 'warning',
  deny: 'negative',
  unknown: 'neutral',
};

export const CHECK_TONES: Record<CheckVerdict, Tone> = {
  pass: 'positive',
  warn: 'warning',
  fail: 'negative',
  unknown: 'neutral',
  off: 'neutral',
};

export const OUTCOME_TONES: Record<Outcome, Tone> = {
  running: 'accent',
  succeeded: 'positive',
  failed: 'negative',
  cancelled: 'neutral',
  unknown: 'neutral',
};

export const ROLLBACK_TONES: Record<RollbackState, Tone> = {
  'waiting-approval': 'warning',
  running: 'accent',
  verifying: 'accent',
  succeeded: 'positive',
  'not-recovered': 'negative',
  failed: 'negative',
  cancelling: 'warning',
  cancelled: 'neutral',
  rejected: 'neutral',
  unknown: 'negative',
};

export const ROLLOUT_TONES: Record<RolloutState, Tone> = {
  'waiting-approval': 'warning',
  running: 'accent',
  paused: 'warning',
  promoting: 'accent',
  aborting: 'warning',
  succeeded: 'positive',
  'rolled-back': 'negative',
  failed: 'negative',
  cancelled: 'neutral',
  unknown: 'negative',
};

export const WATCH_TONES: Record<Watch['state'], Tone> = {
  watching: 'accent',
  passed: 'positive',
  failed: 'negative',
  inconclusive: 'neutral',
  cancelled: 'neutral',
};

export const RULE_TONES: Record<WatchRule['state'], Tone> = {
  holding: 'positive',
  breaking: 'warning',
  broken: 'negative',
  'no-data': 'neutral',
};

export const COMPARISON_TONES: Record<Comparison['verdict'], Tone> = {
  pass: 'positive',
  fail: 'negative',
  undecided: 'neutral',
  'no-data': 'neutral',
};

export const STEP_TONES: Record<RunStep['state'], Tone> = {
  pending: 'neutral',
  running: 'accent',
  waiting: 'accent',
  succeeded: 'positive',
  failed: 'negative',
  skipped: 'neutral',
  cancelled: 'neutral',
  unknown: 'negative',
};

export const SOURCE_TONES: Record<SourceStatus['state'], Tone> = {
  healthy: 'positive',
  failing: 'negative',
  idle: 'neutral',
  unknown: 'neutral',
};
