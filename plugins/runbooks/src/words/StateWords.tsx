import { ToneWord } from '@ghostlight/reliability-react';
import type {
  AttemptState,
  ExecutionState,
  RunStep,
  Severity,
} from '@ghostlight/plugin-runbooks-common';
import { useRunbooksText } from '../translation';
import {
  ATTEMPT_TONES,
  EXECUTION_TONES,
  SEVERITY_TONES,
  STEP_TONES,
} from './tones';

/** Where a run stands, in a word. */
export function ExecutionWord({ state }: { state: ExecutionState }) {
  const t = useRunbooksText();
  return (
    <ToneWord
      tone={EXECUTION_TONES[state]}
      word={t(`executionState.${state}`)}
    />
  );
}

/** Where something that a policy proposed stands. */
export function AttemptWord({ state }: { state: AttemptState }) {
  const t = useRunbooksText();
  return (
    <ToneWord tone={ATTEMPT_TONES[state]} word={t(`attemptState.${state}`)} />
  );
}

export function StepWord({ state }: { state: RunStep['state'] }) {
  const t = useRunbooksText();
  return <ToneWord tone={STEP_TONES[state]} word={t(`stepState.${state}`)} />;
}

/** `SEV2`, the same in every language. */
export function SeverityWord({ severity }: { severity: Severity }) {
  return (
    <ToneWord
      tone={SEVERITY_TONES[severity]}
      word={severity.toLocaleUpperCase('en')}
    />
  );
}
