import type { ExecutionDetail } from '@ghostlight/plugin-runbooks-common';
import {
  Alert,
  Button,
  Panel,
  TextField,
  uiClasses,
  useAct,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useRunbooksText } from '../translation';
import { PlannedSteps } from '../plan/PlannedSteps';
import { Actor, Actors, MayNot } from '../words';
import { useRunActs } from './useRunActs';
import { WillRun } from './WillRun';
import classes from './run.module.css';

/** Whether a second person agrees to the run; never the one who asked. */
export function ApprovalPanel(props: {
  run: ExecutionDetail;
  onChanged(): void;
}) {
  const t = useRunbooksText();
  const { run, onChanged } = props;
  const { approval } = run;
  if (!approval) return null;
  const { state, until, by, at, comment, approvers } = approval;
  return (
    <Panel title={t('run.approval')}>
      {state === 'waiting' ? (
        <>
          <p className={uiClasses.plain}>
            {t('run.waitsUntil')} <When iso={until} absolute />.{' '}
            {approvers.length > 0 && (
              <>
                {t('plan.askThem')} <Actors names={approvers} />
              </>
            )}
          </p>
          {run.plan ? (
            <>
              <strong>{t('run.willRun')}</strong>
              <PlannedSteps steps={run.plan.steps} />
            </>
          ) : (
            <WillRun run={run} />
          )}
          {run.may.decide.allowed ? (
            <Decision id={run.id} onChanged={onChanged} />
          ) : (
            <p className={uiClasses.plain}>
              <MayNot may={run.may.decide} />
            </p>
          )}
        </>
      ) : (
        <p className={classes.plain}>
          {t(`approvalState.${state}`)} {by && <Actor name={by} />}{' '}
          {at && <When iso={at} />}
          {comment && ` · ${comment}`}
        </p>
      )}
    </Panel>
  );
}

function Decision(props: { id: string; onChanged(): void }) {
  const t = useRunbooksText();
  const [comment, setComment] = useState('');
  const acts = useRunActs(props.id, props.onChanged);
  const decide = useAct((approve: boolean) => acts.decide(approve, comment));
  return (
    <>
      <TextField
        label={t('run.comment')}
        value={comment}
        onChange={setComment}
        maxLength={1000}
      />
      {decide.failure && <Alert status="danger" icon title={decide.failure} />}
      <div className={uiClasses.row}>
        <Button isPending={decide.pending} onPress={() => decide.run(true)}>
          {t('run.approve')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={decide.pending}
          onPress={() => decide.run(false)}
        >
          {t('run.reject')}
        </Button>
      </div>
    </>
  );
}
