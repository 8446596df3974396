import type { ExperimentReport as Report } from '@ghostlight/plugin-runbooks-common';
import {
  Clock,
  More,
  Panel,
  type Tone,
  ToneWord,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { Said, SaidList } from '../words';
import { ReadingsChart } from './ReadingsChart';
import { useFaultText } from './useFaultText';
import classes from '../remediation/remediation.module.css';

const TONES: Record<Report['verdict'], Tone> = {
  held: 'positive',
  broken: 'negative',
  aborted: 'warning',
  'not-measured': 'neutral',
  running: 'accent',
};

/** What an experiment found: whether what was believed held, what was seen, and what to do about it. */
export function ExperimentReport({ report }: { report: Report }) {
  const t = useRunbooksText();
  const faultText = useFaultText();
  const { verdict, said, stoppedBecause, injected, readings } = report;
  const { recommendations } = report;
  return (
    <Panel title={t('report.title')}>
      <p className={classes.plain}>
        <ToneWord tone={TONES[verdict]} word={t(`report.${verdict}`)} />{' '}
        <Said sentence={said} />
      </p>
      {stoppedBecause && (
        <p className={classes.plain}>
          <strong>{t('report.stopped')}</strong>{' '}
          <Said sentence={stoppedBecause} />
        </p>
      )}
      <p className={classes.plain}>
        {t('experiments.hypothesis')} {report.hypothesis}
      </p>
      <p className={classes.plain}>
        {t('report.done')} {faultText(report.fault)}
        {injected && (
          <>
            {' '}
            <Clock iso={injected.from} withDate />
            {' – '}
            {injected.to ? (
              <Clock iso={injected.to} withDate />
            ) : (
              t('report.ongoing')
            )}
          </>
        )}
      </p>
      {injected && injected.targets.length > 0 && (
        <More summary={t('report.targets', { count: injected.targets.length })}>
          <ul className={uiClasses.bullets}>
            {injected.targets.map(target => (
              <li key={target}>
                <code>{target}</code>
              </li>
            ))}
          </ul>
        </More>
      )}
      {readings.map(each => (
        <ReadingsChart
          key={each.objective}
          reading={each}
          injected={injected}
        />
      ))}
      {recommendations.length > 0 && (
        <>
          <h4 className={classes.part}>{t('report.recommendations')}</h4>
          <SaidList sentences={recommendations} />
        </>
      )}
    </Panel>
  );
}
