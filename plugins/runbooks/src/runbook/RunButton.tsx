import type { May } from '@ghostlight/plugin-runbooks-common';
import { Button, ButtonLink, uiClasses } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { MayNot } from '../words';
import classes from './runbook.module.css';

/** Leads to the plan of a run; shown to who may not, with who may. */
export function RunButton(props: {
  href: string;
  may: May;
  /** No finding is an error, and it has steps. */
  runnable: boolean;
}) {
  const t = useRunbooksText();
  const { href, may, runnable } = props;
  if (runnable && may.allowed) {
    return <ButtonLink href={href}>{t('runbook.run')}</ButtonLink>;
  }
  return (
    <span className={classes.mayNot}>
      <Button isDisabled>{t('runbook.run')}</Button>
      <span className={uiClasses.muted}>
        {runnable ? <MayNot may={may} /> : t('runbook.notRunnable')}
      </span>
    </span>
  );
}
