import type {
  ExecutionDetail,
  JournalEntry,
  RunStep,
} from '@ghostlight/plugin-runbooks-common';
import { Button, More, uiClasses } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { isOpen } from '../hooks';
import { ActionPlanView, Reversible } from '../plan/ActionPlanView';
import { useRunbooksText } from '../translation';
import { clockText, StepWord, Stopwatch } from '../words';
import { Answered } from './Answered';
import { PersonStep } from './PersonStep';
import { ReasonDialog } from './ReasonDialog';
import { StepOutput } from './StepOutput';
import { useRunActs } from './useRunActs';
import classes from './run.module.css';

/** What the engine looks at again in a while is under way to a reader: only people are waited for. */
function stateOf({ state, kind }: RunStep): RunStep['state'] {
  return state === 'waiting' && (kind === 'action' || kind === 'verify')
    ? 'running'
    : state;
}

/** One step: its state, what it is, how long it takes, what it changes, and what is asked. */
export function StepRow(props: {
  run: ExecutionDetail;
  step: RunStep;
  number: number;
  journal: JournalEntry[] | undefined;
  onRead(): void;
  onChanged(): void;
}) {
  const t = useRunbooksText();
  const { run, step, number, onChanged } = props;
  const { asks, answer, plan, state } = step;
  return (
    <li
      className={classes.step}
      aria-current={
        state === 'running' || state === 'waiting' ? 'step' : undefined
      }
    >
      <StepWord state={stateOf(step)} />
      <div className={classes.stepText}>
        <div className={uiClasses.row}>
          <strong>
            {number} {step.title}
          </strong>
          <span className={uiClasses.muted}>
            {t(`stepKind.${step.kind}`)}
            {step.attempts > 1 &&
              step.kind !== 'verify' &&
              ` · ${t('run.attempt', { number: String(step.attempts) })}`}
          </span>
        </div>
        {step.progress && state !== 'succeeded' && state !== 'skipped' && (
          <p className={classes.plain} lang="en">
            {step.progress}
          </p>
        )}
        {plan && (
          <div className={uiClasses.row}>
            {plan.target && (
              <span>
                {t('plan.changes')} <code>{plan.target}</code>
              </span>
            )}
            <Reversible reversible={plan.reversible} />
          </div>
        )}
        {answer && <Answered step={step} />}
        {step.skipReason && (
          <p className={uiClasses.muted}>
            {t('run.skipped')} {step.skipReason}
          </p>
        )}
        {step.error && (
          <p className={classes.error} lang="en">
            {step.error}
          </p>
        )}
        {asks && !answer && isOpen(run.state) && (
          <PersonStep run={run} step={step} asks={asks} onChanged={onChanged} />
        )}
        {plan && (
          <More summary={t('run.whatItDoes')}>
            <ActionPlanView plan={plan} />
          </More>
        )}
        <StepOutput step={step} journal={props.journal} onRead={props.onRead} />
        <Skip run={run} step={step} onChanged={onChanged} />
      </div>
      <Times step={step} />
    </li>
  );
}

/** `0:30 / 1:00`: how long it takes, and how long it may while it does. */
function Times({ step }: { step: RunStep }) {
  const t = useRunbooksText();
  const { startedAt, finishedAt, timeoutSeconds } = step;
  const limit = clockText(timeoutSeconds);
  if (startedAt === undefined) {
    return (
      <span className={classes.time}>
        <span className={uiClasses.muted}>
          {t('run.limit', { time: limit })}
        </span>
      </span>
    );
  }
  return (
    <span className={classes.time}>
      <Stopwatch from={startedAt} until={finishedAt} />
      {finishedAt === undefined && ` / ${limit}`}
    </span>
  );
}

/** Leaves a step out, with a reason; only of what is at work, or of what comes while it is paused. */
function Skip(props: {
  run: ExecutionDetail;
  step: RunStep;
  onChanged(): void;
}) {
  const t = useRunbooksText();
  const { run, step, onChanged } = props;
  const [isAsking, setAsking] = useState(false);
  const { control } = useRunActs(run.id, onChanged);
  const isDue =
    step.state === 'running' ||
    step.state === 'waiting' ||
    (run.state === 'paused' && step.state === 'pending');
  if (!isDue || !isOpen(run.state) || !run.may.control.allowed) return null;
  return (
    <div>
      <Button
        size="small"
        variant="tertiary"
        aria-label={t('run.skipStep', { title: step.title })}
        onPress={() => setAsking(true)}
      >
        {t('run.skip')}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={t('run.skipStep', { title: step.title })}
          what={t('run.skipWhat')}
          confirm={t('run.skip')}
          onClose={() => setAsking(false)}
          onConfirm={reason =>
            control({ action: 'skip', stepId: step.id, reason })
          }
        />
      )}
    </div>
  );
}
