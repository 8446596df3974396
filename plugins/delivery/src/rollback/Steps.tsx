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
import { StepWord } from '../words';
import classes from './rollback.module.css';

/** The steps that every rollback has after those of its driver. */
function titleOf(
  step: RunStep,
  version: string,
  t: DeliveryText,
): string | undefined {
  if (step.id === 'roll-out') return t('rollback.stepRollOut', { version });
  if (step.id === 'verify') return t('rollback.stepVerify');
  return undefined;
}

/** What is done one after the other, with what each step says and how long it takes. */
export function Steps({ rollback }: { rollback: RollbackDetail }) {
  const t = useDeliveryText();
  return (
    <Panel title={t('rollback.steps')}>
      <ol className={classes.steps}>
        {rollback.steps.map(step => {
          const known = titleOf(step, rollback.to.version, t);
          return (
            <li key={step.id} className={classes.step}>
              <StepWord state={step.state} />
              <div>
                {known ?? <span lang="en">{step.title}</span>}{' '}
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
