import type { Fault } from '@ghostlight/plugin-runbooks-common';
import { listOf, useFormats } from '@ghostlight/reliability-react';
import { useCallback } from 'react';
import { useRunbooksText } from '../translation';

const ENGINES = {
  kubernetes: 'Kubernetes',
  'chaos-mesh': 'Chaos Mesh',
  litmus: 'Litmus',
} as const;

/** Says what is done to the target, and by what. */
export function useFaultText(): (fault: Fault) => string {
  const t = useRunbooksText();
  const format = useFormats();
  return useCallback(
    fault => {
      const { kind, selector = {}, milliseconds = 0, percent = 0 } = fault;
      const engine = ENGINES[fault.engine];
      const labels = Object.entries(selector).map(pair => pair.join('='));
      const share = format.percent(fault.share ?? 1);
      const pods =
        labels.length > 0
          ? t('fault.selected', {
              share,
              labels: listOf(labels, format.language),
            })
          : t('fault.pods', { share });
      if (kind === 'kill-pods') return t('fault.kill', { pods, engine });
      if (kind === 'loss') {
        return t('fault.loss', {
          percent: format.percent(percent / 100),
          pods,
          engine,
        });
      }
      const time = format.duration(milliseconds / 1000);
      const jitter = fault.jitterMilliseconds ?? 0;
      return jitter > 0
        ? t('fault.latencyJitter', {
            time,
            jitter: format.duration(jitter / 1000),
            pods,
            engine,
          })
        : t('fault.latency', { time, pods, engine });
    },
    [t, format],
  );
}
