import type { TriageSpend } from '@ghostlight/plugin-incidents-common';
import { uiClasses, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import classes from '../triage.module.css';

/** With fewer there is no share worth telling. */
const ENOUGH = 10;

/**
 * How many of those who judged an analysis found it right, and whether that has changed; and how often the
 * true cause, where it was told, had been suspected.
 */
export function Acceptance(props: {
  feedback: TriageSpend['feedback'];
  days: number;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const { feedback, days } = props;
  const { right, wrong, n, acceptance, before, causes } = feedback;
  const counted = t('acceptance.counted', {
    n: format.count(n),
    right: format.count(right),
    wrong: format.count(wrong),
  });
  return (
    <div>
      <h4 className={classes.subtitle}>
        {t('acceptance.title', { days: String(days) })}
      </h4>
      <p className={uiClasses.plain}>
        {n < ENOUGH || acceptance === undefined
          ? t('acceptance.notEnough', {
              n: format.count(n),
              enough: String(ENOUGH),
            })
          : t('acceptance.share', { share: format.percent(acceptance) })}{' '}
        <span className={uiClasses.muted}>{counted}</span>
      </p>
      <p className={uiClasses.muted}>
        {before === undefined
          ? t('acceptance.beforeUnknown', { days: String(days) })
          : t('acceptance.before', {
              share: format.percent(before),
              days: String(days),
            })}
      </p>
      <h4 className={classes.subtitle}>{t('acceptance.causes')}</h4>
      {causes.n === 0 && (
        <p className={uiClasses.plain}>
          {t('acceptance.causesNone', { days: String(days) })}
        </p>
      )}
      {causes.n > 0 && (
        <p className={uiClasses.plain}>
          {t('acceptance.causesRanking', {
            n: format.count(causes.n),
            first: format.count(causes.first),
            three: format.count(causes.three),
          })}
        </p>
      )}
      {causes.analysed > 0 && (
        <p className={uiClasses.plain}>
          {t('acceptance.causesModel', {
            n: format.count(causes.analysed),
            first: format.count(causes.modelFirst),
            three: format.count(causes.modelThree),
          })}
        </p>
      )}
    </div>
  );
}
