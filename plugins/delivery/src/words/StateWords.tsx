import { ToneWord } from '@ghostlight/reliability-react';
import type {
  CheckVerdict,
  Comparison,
  Deployment,
  Outcome,
  RollbackState,
  RolloutState,
  RunStep,
  SourceStatus,
  Verdict,
  Watch,
  WatchRule,
} from '@ghostlight/plugin-delivery-common';
import { useDeliveryText } from '../translation';
import {
  CHECK_TONES,
  COMPARISON_TONES,
  OUTCOME_TONES,
  ROLLBACK_TONES,
  ROLLOUT_TONES,
  RULE_TONES,
  SOURCE_TONES,
  STEP_TONES,
  VERDICT_TONES,
  WATCH_TONES,
} from './tones';

/** May it go out, in a word. */
export function VerdictWord({ verdict }: { verdict: Verdict }) {
  const t = useDeliveryText();
  return (
    <ToneWord tone={VERDICT_TONES[verdict]} word={t(`verdict.${verdict}`)} />
  );
}

export function CheckWord({ verdict }: { verdict: CheckVerdict }) {
  const t = useDeliveryText();
  return (
    <ToneWord tone={CHECK_TONES[verdict]} word={t(`checkVerdict.${verdict}`)} />
  );
}

/** What came of a deployment; one that got through and did harm counts as failed. */
export function OutcomeWord({
  of,
}: {
  of: Pick<Deployment, 'outcome'> & { failedBecause?: unknown[] };
}) {
  const t = useDeliveryText();
  if (of.outcome === 'succeeded' && of.failedBecause?.length) {
    return <ToneWord tone="negative" word={t('outcome.harmful')} />;
  }
  const outcome: Outcome = of.outcome;
  return (
    <ToneWord tone={OUTCOME_TONES[outcome]} word={t(`outcome.${outcome}`)} />
  );
}

export function RollbackWord({ state }: { state: RollbackState }) {
  const t = useDeliveryText();
  return (
    <ToneWord tone={ROLLBACK_TONES[state]} word={t(`rollbackState.${state}`)} />
  );
}

export function RolloutWord({ state }: { state: RolloutState }) {
  const t = useDeliveryText();
  return (
    <ToneWord tone={ROLLOUT_TONES[state]} word={t(`rolloutState.${state}`)} />
  );
}

export function WatchWord({ state }: { state: Watch['state'] }) {
  const t = useDeliveryText();
  return <ToneWord tone={WATCH_TONES[state]} word={t(`watchState.${state}`)} />;
}

export function RuleWord({ state }: { state: WatchRule['state'] }) {
  const t = useDeliveryText();
  return <ToneWord tone={RULE_TONES[state]} word={t(`ruleState.${state}`)} />;
}

export function ComparisonWord(props: { verdict: Comparison['verdict'] }) {
  const t = useDeliveryText();
  const { verdict } = props;
  return (
    <ToneWord
      tone={COMPARISON_TONES[verdict]}
      word={t(`comparison.${verdict}`)}
    />
  );
}

export function StepWord({ state }: { state: RunStep['state'] }) {
  const t = useDeliveryText();
  return <ToneWord tone={STEP_TONES[state]} word={t(`stepState.${state}`)} />;
}

export function SourceWord({ state }: { state: SourceStatus['state'] }) {
  const t = useDeliveryText();
  return (
    <ToneWord tone={SOURCE_TONES[state]} word={t(`sourceState.${state}`)} />
  );
}
