import type {
  EvidenceItem,
  TriageSuspect,
} from '@ghostlight/plugin-incidents-common';
import {
  More,
  nameOf,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { EntityLink } from '../EntityLink';
import { Told } from '../../words';
import { ConfidenceWord } from '../ConfidenceWord';
import { Chips } from '../evidence/Chips';
import classes from '../triage.module.css';

const FACTORS = 3;

/** One that could have caused it: what, how sure, on which way, and on what grounds. */
export function SuspectItem(props: {
  suspect: TriageSuspect;
  evidence: readonly EvidenceItem[];
  /** Its cause is in the sentence above. */
  isTold?: boolean;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const { suspect, evidence } = props;
  const change = evidence.find(each => each.id === suspect.change);
  const factors = suspect.factors.slice(0, FACTORS);
  return (
    <li className={classes.suspect}>
      <div className={uiClasses.row}>
        <strong>
          <span className={classes.id}>{suspect.id}</span>{' '}
          {suspect.entityRef ? (
            <EntityLink entityRef={suspect.entityRef} />
          ) : (
            suspect.name ?? t('why.outside')
          )}
          {change && ` · ${change.title}`}
        </strong>
        <span className={classes.kind}>{t(`why.kind_${suspect.kind}`)}</span>
        <ConfidenceWord word={suspect.word} confidence={suspect.confidence} />
      </div>
      {!props.isTold && (
        <p className={uiClasses.plain}>
          <Told sentence={suspect.cause} />
        </p>
      )}
      <div className={uiClasses.row}>
        {suspect.supporting.length > 0 && (
          <span className={classes.cited}>
            <span className={uiClasses.muted}>{t('why.supporting')}</span>
            <Chips ids={suspect.supporting} label={t('why.supporting')} />
          </span>
        )}
        {suspect.contradicting.length > 0 && (
          <span className={classes.cited}>
            <span className={uiClasses.muted}>{t('why.contradicting')}</span>
            <Chips ids={suspect.contradicting} label={t('why.contradicting')} />
          </span>
        )}
        {suspect.supporting.length + suspect.contradicting.length === 0 && (
          <span className={uiClasses.muted}>{t('why.uncited')}</span>
        )}
      </div>
      <More summary={t('why.because')}>
        {factors.length > 0 && (
          <ul className={uiClasses.bullets}>
            {factors.map(factor => (
              <li key={factor.name}>
                <Told sentence={factor.said} />{' '}
                <span className={uiClasses.muted}>
                  {factor.weight < 0
                    ? t('why.weighsAgainst', {
                        weight: format.percent(-factor.weight),
                      })
                    : t('reason.weight', {
                        weight: format.percent(factor.weight),
                      })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {suspect.path.length > 1 && (
          <p className={uiClasses.plain}>
            {t('why.path', { path: suspect.path.map(nameOf).join(' → ') })}
          </p>
        )}
        <p className={uiClasses.muted}>
          {t('why.score', {
            score: format.percent(suspect.score),
            confidence: format.percent(suspect.confidence),
          })}
        </p>
      </More>
    </li>
  );
}
