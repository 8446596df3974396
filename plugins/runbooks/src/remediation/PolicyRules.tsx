import type { Policy } from '@ghostlight/plugin-runbooks-common';
import { Duration, Panel, uiClasses } from '@ghostlight/reliability-react';
import { VerificationText } from '../runbook/VerificationText';
import { useRunbooksText } from '../translation';
import { Actors, SaidList, useTriggerText } from '../words';
import { Ladder } from './Ladder';
import { LimitsText } from './LimitsText';
import { useConditionTexts } from './useConditionTexts';
import classes from './remediation.module.css';

/** When it acts and for what, what it tries, how far it may go, and who is asked. */
export function PolicyRules({ policy }: { policy: Policy }) {
  const t = useRunbooksText();
  const triggerText = useTriggerText();
  const conditionTexts = useConditionTexts();
  const { triggers, appliesTo, approvers, approvalSeconds } = policy;
  const conditions = conditionTexts(policy.conditions);
  return (
    <>
      <Panel title={t('policy.when')}>
        {triggers.length === 0 ? (
          <p className={classes.plain}>{t('trigger.none')}</p>
        ) : (
          <ul className={uiClasses.bullets}>
            {triggers.map((trigger, index) => (
              <li key={`${index} ${triggerText(trigger)}`}>
                {triggerText(trigger)}
              </li>
            ))}
          </ul>
        )}
        {conditions.length > 0 && (
          <>
            <h4 className={classes.part}>{t('policy.onlyIf')}</h4>
            <ul className={uiClasses.bullets}>
              {conditions.map(each => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </>
        )}
        {appliesTo.length > 0 && (
          <>
            <h4 className={classes.part}>{t('policy.appliesTo')}</h4>
            <SaidList sentences={appliesTo} />
          </>
        )}
      </Panel>
      <Panel title={t('policy.ladder')}>
        <Ladder rungs={policy.ladder} escalateTo={policy.escalateTo} />
        <VerificationText verification={policy.verification} />
      </Panel>
      <Panel title={t('policy.limits')}>
        <LimitsText limits={policy.limits} />
      </Panel>
      <Panel title={t('policy.approval')}>
        <p className={classes.plain}>
          {t('runbook.approvedBy')}{' '}
          {approvers.length > 0 ? (
            <Actors names={approvers} />
          ) : (
            t('runbook.owners')
          )}
          {'; '}
          {t('policy.approvalWaits')} <Duration seconds={approvalSeconds} />.{' '}
          {t('policy.notRequester')}
        </p>
      </Panel>
    </>
  );
}
