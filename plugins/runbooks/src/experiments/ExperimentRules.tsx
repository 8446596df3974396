import type { Experiment } from '@ghostlight/plugin-runbooks-common';
import {
  Duration,
  Panel,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { useConditionTexts } from '../remediation/useConditionTexts';
import { useRunbooksText } from '../translation';
import { Actors } from '../words';
import { useFaultText } from './useFaultText';
import classes from '../remediation/remediation.module.css';

/** What is done for how long, what has to hold meanwhile, how far it reaches, and when it never runs. */
export function ExperimentRules({ experiment }: { experiment: Experiment }) {
  const t = useRunbooksText();
  const format = useFormats();
  const faultText = useFaultText();
  const conditionTexts = useConditionTexts();
  const { fault, durationSeconds, steadyState, blastRadius } = experiment;
  const blackouts = experiment.blackouts.map(each =>
    conditionTexts(each).join(', '),
  );
  return (
    <>
      <Panel title={t('experiments.fault')}>
        <p className={classes.plain}>
          {faultText(fault)} {t('experiments.lasts')}{' '}
          <Duration seconds={durationSeconds} />.
        </p>
        <p className={classes.plain}>
          {t('experiments.reach', {
            count: blastRadius.entities,
            share: format.percent(blastRadius.share),
          })}
        </p>
      </Panel>
      <Panel title={t('experiments.steady')}>
        <p className={classes.plain}>
          {t('experiments.guard', {
            rate: format.rate(steadyState.maxBurnRate),
            before: format.duration(steadyState.beforeSeconds),
          })}{' '}
          {t('experiments.measuredBy')}{' '}
          {steadyState.objectives.length > 0 ? (
            <Actors names={steadyState.objectives} />
          ) : (
            t('experiments.allObjectives')
          )}
          .
        </p>
        <p className={uiClasses.muted}>{t('experiments.stops')}</p>
      </Panel>
      <Panel title={t('experiments.blackouts')}>
        {blackouts.length === 0 ? (
          <p className={classes.plain}>{t('experiments.noBlackouts')}</p>
        ) : (
          <ul className={uiClasses.bullets}>
            {blackouts.map((each, index) => (
              <li key={`${index} ${each}`}>{each}</li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
