import { More, uiClasses } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { PHASES } from './phases';

/** What is measured from when to when, and what counts. */
export function Definitions() {
  const t = useIncidentsText();
  return (
    <More summary={t('learning.definitions')}>
      <ul className={uiClasses.bullets}>
        {PHASES.map(phase => (
          <li key={phase}>
            <strong>{t(`learning.phase_${phase}`)}</strong>:{' '}
            {t(`learning.definition_${phase}`)}
          </li>
        ))}
        <li>{t('learning.counts')}</li>
        <li>{t('learning.whyMedian')}</li>
      </ul>
    </More>
  );
}
