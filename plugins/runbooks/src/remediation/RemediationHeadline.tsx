import type {
  RemediationMetrics,
  Switch,
} from '@ghostlight/plugin-runbooks-common';
import { listOf, useFormats } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';

const OUTCOMES = ['verified', 'ineffective', 'harmful', 'escalated'] as const;

/** Is it on, what did it do, and what came of it? In a sentence or two. */
export function RemediationHeadline(props: {
  all: Switch | undefined;
  metrics: RemediationMetrics | undefined;
  days: number;
}) {
  const t = useRunbooksText();
  const { language } = useFormats();
  const { all, metrics, days } = props;
  const span = t('remediation.days', { count: days });
  return (
    <>
      {all && t(all.on ? 'remediation.isOn' : 'remediation.isOff')}{' '}
      {metrics &&
        (metrics.all.tried === 0
          ? t('remediation.didNothing', { span })
          : t('remediation.did', {
              who: whoOf(metrics),
              times: t('remediation.times', { count: metrics.all.tried }),
              span,
              outcomes: outcomesOf(metrics),
            }))}
    </>
  );

  function whoOf({ policies }: RemediationMetrics): string {
    const acted = policies.filter(({ ref, tally }) => ref && tally.tried > 0);
    return acted.length > 0
      ? t('remediation.acted', { count: acted.length })
      : t('remediation.actedByHand');
  }

  function outcomesOf({ all: tally }: RemediationMetrics): string {
    const parts = OUTCOMES.filter(part => tally[part] > 0).map(part =>
      t(`remediation.outcome_${part}`, { count: tally[part] }),
    );
    return parts.length > 0
      ? listOf(parts, language)
      : t('remediation.noOutcome');
  }
}
