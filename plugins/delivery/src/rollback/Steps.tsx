import type {
  RollbackDetail,
  RunStep,
} from '@ghostlight/plugin-delivery-common';
import {
  Duration,
  Panel,
  secondsOf,
  uiClasses,
  useElapsed,
} from '@ghostlight/reliability-react';
import { useDeliveryText, type DeliveryText } from '../translation';
import { StepWord, Titled } from '../words';
import classes from './rollback.module.css';

/** The steps that rollbacks have in common. */
function titleOf(
  step: RunStep,
  { from, to }: RollbackDetail,
  t: DeliveryText,
): string | undefined {
  const { version } = to;
  switch (step.id) {
    case 'roll-out':
      return t('rollback.stepRollOut', { version });
    case 'verify':
      return t('rollback.stepVerify');
    case 'restore-template':
      return t('rollback.stepTemplate', { version });
    case 'undo-restore-template':
      return t('rollback.stepTemplate', { version: from.version });
    default:
      return undefined;
  }
}

/** What is done one after the other, with what each step says and how long it takes. */
export function Steps({ rollback }: { rollback: RollbackDetail }) {
  const t = useDeliveryText();
  return (
    <Panel title={t('rollback.steps')}>
      <ol className={classes.steps}>
        {rollback.steps.map(step => {
          const known = titleOf(step, rollback, t);
          return (
            <li key={step.id} className={classes.step}>
              <StepWord state={step.state} />
              <div>
                {known ?? <Titled of={step} />}{' '}
                <span className={uiClasses.muted}>
                  {t(
                    step.kind === 'effect'
                      ? 'rollback.effect'
                      : 'rollback.check',
                  )}
                </span>
                {step.progress && step.state !== 'succeeded' && (
                  <div className={uiClasses.muted} lang="en">
                    {step.progress}
                  </div>
                )}
                {step.error && (
                  <div className={classes.error} lang="en">
                    {step.error}
                  </div>
                )}
              </div>
              <span className={uiClasses.number}>
                <Took step={step} />
              </span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function Took({ step }: { step: RunStep }) {
  const start = secondsOf(step.startedAt);
  const end = secondsOf(step.finishedAt);
  if (start === undefined) return null;
  return end === undefined ? (
    <Elapsed since={start} />
  ) : (
    <Duration seconds={Math.max(0, end - start)} />
  );
}

function Elapsed({ since }: { since: number }) {
  return <>{useElapsed(since)}</>;
}
