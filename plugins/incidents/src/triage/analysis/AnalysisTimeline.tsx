import type { TriageAnalysis } from '@ghostlight/plugin-incidents-common';
import { Clock } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Chips } from '../evidence/Chips';
import classes from '../triage.module.css';

/** What happened in which order, as the model puts it, each with what it rests on. */
export function AnalysisTimeline(props: {
  timeline: TriageAnalysis['timeline'];
  language: string;
}) {
  const t = useIncidentsText();
  const { timeline, language } = props;
  if (timeline.length === 0) return null;
  return (
    <div>
      <h4 className={classes.subtitle}>{t('analysis.timeline')}</h4>
      <dl className={classes.events}>
        {timeline.map((each, index) => (
          <div key={`${index} ${each.at}`} style={{ display: 'contents' }}>
            <dt>
              <Clock iso={each.at} />
            </dt>
            <dd>
              <span lang={language}>{each.text}</span>{' '}
              <Chips ids={each.evidence} label={t('claim.cites')} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
