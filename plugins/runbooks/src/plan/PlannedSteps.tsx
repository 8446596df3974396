import type { PlannedStep } from '@ghostlight/plugin-runbooks-common';
import { Duration, uiClasses } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { Said } from '../words';
import { ActionPlanView } from './ActionPlanView';
import classes from './plan.module.css';

/** What each step would do, numbered; of a step that cannot be done, why. */
export function PlannedSteps({ steps }: { steps: PlannedStep[] }) {
  const t = useRunbooksText();
  return (
    <ol className={classes.steps}>
      {steps.map((step, index) => (
        <li key={step.id} className={classes.step}>
          <span className={classes.number}>{index + 1}</span>
          <div className={classes.stepText}>
            <div className={uiClasses.row}>
              <strong>{step.title}</strong>
              <span className={uiClasses.muted}>
                {step.phase && `${step.phase} · `}
                {t(`stepKind.${step.kind}`)} · {t('runbook.atMost')}{' '}
                <Duration seconds={step.timeoutSeconds} />
              </span>
            </div>
            {step.problem && (
              <p className={classes.problem}>
                <Said sentence={step.problem} />
              </p>
            )}
            {step.plan && <ActionPlanView plan={step.plan} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
