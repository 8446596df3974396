import type { AttemptDetail } from '@ghostlight/plugin-runbooks-common';
import { Panel, uiClasses, When } from '@ghostlight/reliability-react';
import { Decision } from '../approvals/Decision';
import { Until } from '../approvals/Until';
import { useRunbooksText } from '../translation';
import { Actor, Actors } from '../words';
import classes from './remediation.module.css';

/** Whether it still waits for somebody to agree. */
export function isUndecided({ state }: Pick<AttemptDetail, 'state'>): boolean {
  return state === 'waiting-approval' || state === 'suggested';
}

/** Until when somebody may agree to it and who; or who did, and what they said. */
export function AttemptApproval(props: {
  attempt: AttemptDetail;
  onChanged(): void;
}) {
  const t = useRunbooksText();
  const { attempt, onChanged } = props;
  const { id, approval, may } = attempt;
  if (isUndecided(attempt)) {
    return (
      <Panel title={t('attempt.approval')}>
        <p className={classes.plain}>
          {approval ? (
            <strong>
              <Until iso={approval.until} />
            </strong>
          ) : (
            t('attempt.suggestedHint')
          )}{' '}
          {may.decide.allowed && (approval?.approvers.length ?? 0) > 0 && (
            <span className={uiClasses.muted}>
              {t('approvals.approvers')}{' '}
              <Actors names={approval?.approvers ?? []} />
            </span>
          )}
        </p>
        <Decision
          key={id}
          item={{ kind: 'attempt', id }}
          may={may.decide}
          until={approval?.until}
          onDecided={onChanged}
        />
      </Panel>
    );
  }
  if (!approval || approval.state === 'waiting') return null;
  const { state, by, at, comment } = approval;
  return (
    <Panel title={t('attempt.approval')}>
      <p className={classes.plain}>
        {t(`approvalState.${state}`)} {by && <Actor name={by} />}{' '}
        {at && <When iso={at} absolute />}
        {comment && ` · ${comment}`}
      </p>
    </Panel>
  );
}
