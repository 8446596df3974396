import type { TriageRun } from '@ghostlight/plugin-incidents-common';
import { uiClasses } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Told } from '../../words';
import { useMoney } from '../useMoney';

/** Under a suggestion: who made it at what cost; or why there is none. */
export function RunOutcome({ run }: { run: TriageRun }) {
  const t = useIncidentsText();
  const money = useMoney();
  if (run.state === 'unavailable') {
    return (
      <p role="status" className={uiClasses.plain}>
        {t('suggest.none')}{' '}
        {run.unavailable ? (
          <Told sentence={run.unavailable} />
        ) : (
          t('analysis.unknown')
        )}
      </p>
    );
  }
  return (
    <p className={uiClasses.muted}>
      {t('suggest.by', {
        id: run.id,
        model: run.model ?? '–',
        cost: run.usage ? money(run.usage.cost) : t('run.costNone'),
      })}
    </p>
  );
}
