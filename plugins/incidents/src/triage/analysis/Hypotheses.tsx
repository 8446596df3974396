import type { AnalysisHypothesis } from '@ghostlight/plugin-incidents-common';
import { More, uiClasses } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { EntityLink } from '../EntityLink';
import { Told } from '../../words';
import { ConfidenceWord } from '../ConfidenceWord';
import { Chips } from '../evidence/Chips';
import { Claims } from './Claims';
import classes from '../triage.module.css';

/** What it could be, the likeliest first. How sure is computed, not the model's own word. */
export function Hypotheses(props: {
  hypotheses: readonly AnalysisHypothesis[];
  language: string;
}) {
  const t = useIncidentsText();
  const { hypotheses, language } = props;
  if (hypotheses.length === 0) {
    return <p className={uiClasses.plain}>{t('analysis.noHypotheses')}</p>;
  }
  return (
    <div className={classes.part}>
      <p className={uiClasses.muted}>{t('claim.legend')}</p>
      <ol className={classes.stack} aria-label={t('analysis.hypotheses')}>
        {hypotheses.map(each => (
          <li key={each.id} className={classes.hypothesis}>
            <div className={uiClasses.row}>
              <strong>
                <span className={classes.id}>{each.id}</span>{' '}
                <span lang={language}>{each.title}</span>
              </strong>
              <ConfidenceWord word={each.word} confidence={each.confidence} />
              {each.entityRef && <EntityLink entityRef={each.entityRef} />}
              {each.change && (
                <Chips ids={[each.change]} label={t('analysis.change')} />
              )}
              <span className={uiClasses.muted}>
                {each.suspect
                  ? t('analysis.sameAs', { suspect: each.suspect })
                  : t('analysis.notRanked')}
              </span>
            </div>
            <Claims claims={each.claims} language={language} />
            <div className={uiClasses.row}>
              {each.supporting.length > 0 && (
                <span className={classes.cited}>
                  <span className={uiClasses.muted}>{t('why.supporting')}</span>
                  <Chips ids={each.supporting} label={t('why.supporting')} />
                </span>
              )}
              {each.contradicting.length > 0 && (
                <span className={classes.cited}>
                  <span className={uiClasses.muted}>
                    {t('why.contradicting')}
                  </span>
                  <Chips
                    ids={each.contradicting}
                    label={t('why.contradicting')}
                  />
                </span>
              )}
            </div>
            {each.because.length > 0 && (
              <More summary={t('analysis.because')}>
                <ul className={uiClasses.bullets}>
                  {each.because.map(reason => (
                    <li key={`${reason.code} ${reason.text}`}>
                      <Told sentence={reason} />
                    </li>
                  ))}
                </ul>
              </More>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
