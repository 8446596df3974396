import type { AttemptDetail } from '@ghostlight/plugin-runbooks-common';
import {
  LoadingState,
  Panel,
  QueryBoundary,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { PlannedSteps } from '../plan/PlannedSteps';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { SaidList } from '../words';
import { AttemptApproval } from './AttemptApproval';
import { AttemptFacts } from './AttemptFacts';
import { AttemptHeadline } from './AttemptHeadline';
import { AttemptVerification } from './AttemptVerification';
import { Checks } from './Checks';
import { EvidenceList } from './EvidenceList';
import { isAttemptMoving, useAttempt } from './useRemediation';
import classes from './remediation.module.css';

/** Something that was proposed: what exactly, why, who may agree, and what came of it. */
export function AttemptPage() {
  const t = useRunbooksText();
  const { id = '' } = useParams();
  const [live, setLive] = useState(true);
  const attempt = useAttempt(id, live);
  const moves =
    attempt.data === undefined || isAttemptMoving(attempt.data.state);
  if (moves !== live) setLive(moves);
  return (
    <QueryBoundary
      query={attempt}
      what={t('attempt.what', { id })}
      loading={
        <LoadingState what={t('attempt.what', { id })} lines={4} block={240} />
      }
      forbidden={<NotAllowed />}
    >
      {data => <AttemptParts attempt={data} onChanged={attempt.refresh} />}
    </QueryBoundary>
  );
}

/** What the plan of an attempt is by now. */
function planTitleOf({ executionId, finishedAt }: AttemptDetail) {
  if (executionId) return 'attempt.ran';
  return finishedAt ? 'attempt.notRun' : 'approvals.willRun';
}

function AttemptParts(props: { attempt: AttemptDetail; onChanged(): void }) {
  const t = useRunbooksText();
  const { attempt, onChanged } = props;
  const { plan, evidence, conditions, limits } = attempt;
  return (
    <article className={classes.page} aria-labelledby="attempt-title">
      <AttemptHeadline attempt={attempt} />
      <AttemptFacts attempt={attempt} />
      <Panel
        title={t(planTitleOf(attempt))}
        aside={
          <span className={uiClasses.muted}>
            {t('words.asOf')} <When iso={plan.asOf} absolute />
          </span>
        }
      >
        <SaidList sentences={plan.refusals} />
        <PlannedSteps steps={plan.steps} />
      </Panel>
      <AttemptApproval attempt={attempt} onChanged={onChanged} />
      <AttemptVerification attempt={attempt} />
      {evidence.length > 0 && (
        <Panel title={t('attempt.evidence')}>
          <EvidenceList evidence={evidence} />
        </Panel>
      )}
      <Checks conditions={conditions} limits={limits} />
    </article>
  );
}
