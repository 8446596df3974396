import type { TriageAnalysis } from '@ghostlight/plugin-incidents-common';
import { More, uiClasses } from '@ghostlight/reliability-react';
import { useIncidentsText, type IncidentsText } from '../../translation';
import { Told } from '../../words';

const PARTS = [
  'claims',
  'hypotheses',
  'actions',
  'timeline',
  'runbookQueries',
  'openQuestions',
  'injections',
] as const;

/** `claims[2]` is the third statement; what is not known is said as the backend calls it. */
function nameOf(what: string, t: IncidentsText): string {
  const [, list, index] = /^(\w+)\[(\d+)\]$/.exec(what) ?? [];
  const part = PARTS.find(each => each === list);
  return part
    ? t(`analysis.part_${part}`, { place: String(Number(index) + 1) })
    : what;
}

/** What the model said and code did not let through, and why. */
export function Dropped(props: { dropped: TriageAnalysis['dropped'] }) {
  const t = useIncidentsText();
  const { dropped } = props;
  if (dropped.length === 0) {
    return <p className={uiClasses.muted}>{t('analysis.nothingDropped')}</p>;
  }
  const parts = [...new Set(dropped.map(each => each.what))];
  return (
    <More summary={t('analysis.dropped', { count: parts.length })}>
      <ul className={uiClasses.bullets}>
        {parts.map(part => (
          <li key={part}>
            {nameOf(part, t)}:{' '}
            {dropped
              .filter(each => each.what === part)
              .map((each, index) => (
                <span key={each.reason.code}>
                  {index > 0 && ' '}
                  <Told sentence={each.reason} />
                </span>
              ))}
          </li>
        ))}
      </ul>
    </More>
  );
}
