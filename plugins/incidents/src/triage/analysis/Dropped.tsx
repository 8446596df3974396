import type { TriageAnalysis } from '@ghostlight/plugin-incidents-common';
import { More, uiClasses } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Told } from '../../words';

/** What the model said and code did not let through, and why. */
export function Dropped(props: { dropped: TriageAnalysis['dropped'] }) {
  const t = useIncidentsText();
  const { dropped } = props;
  if (dropped.length === 0) {
    return <p className={uiClasses.muted}>{t('analysis.nothingDropped')}</p>;
  }
  return (
    <More summary={t('analysis.dropped', { count: dropped.length })}>
      <ul className={uiClasses.bullets}>
        {dropped.map((each, index) => (
          <li key={`${index} ${each.what}`}>
            <code>{each.what}</code>: <Told sentence={each.reason} />
          </li>
        ))}
      </ul>
    </More>
  );
}
