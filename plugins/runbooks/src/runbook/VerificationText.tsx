import type { Verification } from '@ghostlight/plugin-runbooks-common';
import { useFormats } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { Actors } from '../words';
import classes from './runbook.module.css';

/** What must be seen for a recovery to count, in a sentence. */
export function VerificationText(props: { verification: Verification }) {
  const t = useRunbooksText();
  const format = useFormats();
  const {
    maxBurnRate,
    objectives = [],
    steadySeconds,
    withinSeconds,
  } = props.verification;
  return (
    <p className={classes.plain}>
      {t('verification.sentence', {
        rate: format.rate(maxBurnRate),
        steady: format.duration(steadySeconds),
        within: format.duration(withinSeconds),
      })}{' '}
      {objectives.length > 0 ? (
        <>
          {t('verification.of')} <Actors names={objectives} />
        </>
      ) : (
        t('verification.all')
      )}
    </p>
  );
}
