import type { AttemptDetail } from '@ghostlight/plugin-runbooks-common';
import {
  Link,
  Panel,
  Scroll,
  type Tone,
  ToneWord,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { isAttemptMoving } from './useRemediation';
import classes from './remediation.module.css';

type Verified = NonNullable<AttemptDetail['verification']>;

const TONES: Record<Verified['verdict'], Tone> = {
  recovered: 'positive',
  'not-recovered': 'negative',
  worse: 'negative',
  'too-little-traffic': 'neutral',
  'not-measured': 'neutral',
};

/** Whether users recovered: the burn rate of each objective before it and now. */
export function AttemptVerification({ attempt }: { attempt: AttemptDetail }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { verification, executionId, state } = attempt;
  if (!verification) {
    return executionId && isAttemptMoving(state) ? (
      <Panel title={t('attempt.verification')}>
        <p className={classes.plain}>
          {t('attempt.notYet')}{' '}
          <Link href={links.run(executionId)}>{executionId}</Link>
        </p>
      </Panel>
    ) : null;
  }
  const { verdict, readings } = verification;
  return (
    <Panel title={t('attempt.verification')}>
      <p className={classes.plain}>
        <ToneWord tone={TONES[verdict]} word={t(`verdict.${verdict}`)} />
      </p>
      {readings.length > 0 && <Readings readings={readings} />}
    </Panel>
  );
}

function Readings({ readings }: Pick<Verified, 'readings'>) {
  const t = useRunbooksText();
  const format = useFormats();
  return (
    <Scroll label={t('attempt.readings')}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('attempt.objective')}</th>
            <th scope="col" className={uiClasses.end}>
              {t('attempt.before')}
            </th>
            <th scope="col" className={uiClasses.end}>
              {t('attempt.now')}
            </th>
            <th scope="col">{t('words.when')}</th>
          </tr>
        </thead>
        <tbody>
          {readings.map(({ objective, title, before, now, at }) => (
            <tr key={objective}>
              <th scope="row" className={classes.wrap}>
                {title}
              </th>
              <td className={uiClasses.end}>{format.rate(before)}</td>
              <td className={uiClasses.end}>
                <strong>{format.rate(now)}</strong>
              </td>
              <td>
                <When iso={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
