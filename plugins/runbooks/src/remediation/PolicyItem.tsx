import type { Policy } from '@ghostlight/plugin-runbooks-common';
import { Link, ToneWord, uiClasses, When } from '@ghostlight/reliability-react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { AttemptWord } from '../words';
import { ModeText } from './ModeText';
import { PolicySentence } from './PolicySentence';
import { SwitchControl } from './SwitchControl';
import { TallyText } from './TallyText';
import classes from './remediation.module.css';

/** A policy as a sentence, its mode, what it did, and its switch. */
export function PolicyItem(props: { policy: Policy; onChanged(): void }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { policy, onChanged } = props;
  const { title, findings, lastAttempt } = policy;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return (
    <li className={classes.policy}>
      <div className={classes.policyText}>
        <div className={uiClasses.row}>
          <strong>
            <Link href={links.policy(policy.ref)}>{title}</Link>
          </strong>
          {errors > 0 && (
            <ToneWord
              tone="negative"
              word={t('policy.errors', { count: errors })}
            />
          )}
          {warnings > 0 && (
            <ToneWord
              tone="warning"
              word={t('policy.warnings', { count: warnings })}
            />
          )}
        </div>
        <p className={classes.plain}>
          <PolicySentence policy={policy} />
        </p>
        <p className={classes.plain}>
          <ModeText policy={policy} />
        </p>
        <p className={uiClasses.muted}>
          <TallyText tally={policy.tally} />
        </p>
        {lastAttempt && (
          <p className={uiClasses.muted}>
            {t('policy.last')} <AttemptWord state={lastAttempt.state} />{' '}
            <Link href={links.attempt(lastAttempt.id)}>{lastAttempt.id}</Link>{' '}
            <When iso={lastAttempt.at} />
          </p>
        )}
      </div>
      <SwitchControl
        title={title}
        value={policy.switch}
        may={policy.may.switch}
        onChanged={onChanged}
      />
    </li>
  );
}
