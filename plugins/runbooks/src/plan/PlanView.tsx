import type {
  ExecutionPlan,
  ExecutionRequest,
} from '@ghostlight/plugin-runbooks-common';
import {
  Duration,
  EntityName,
  Panel,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { SaidList } from '../words';
import { PlannedSteps } from './PlannedSteps';
import { StartForm } from './StartForm';
import classes from './plan.module.css';

/** What a run would do, in the order in which it has to be grasped, and then the buttons. */
export function PlanView(props: {
  plan: ExecutionPlan;
  request: ExecutionRequest;
  onceKey: string;
  /** It is of what the form says now. */
  isCurrent: boolean;
}) {
  const t = useRunbooksText();
  const { plan } = props;
  const { steps, entityRef, environment, estimatedSeconds, refusals } = plan;
  return (
    <>
      <Panel
        title={t('plan.would')}
        aside={
          <span className={uiClasses.muted}>
            {t('words.asOf')} <When iso={plan.asOf} />
          </span>
        }
      >
        <p className={uiClasses.plain}>
          {t('plan.steps', { count: steps.length })}
          {entityRef && (
            <>
              {' '}
              {t('plan.for')} <EntityName entityRef={entityRef} />
            </>
          )}{' '}
          ({environment})
          {estimatedSeconds !== undefined && (
            <>
              {', '}
              {t('runbook.about')} <Duration seconds={estimatedSeconds} />
            </>
          )}
          . {t('plan.nothingYet')}
        </p>
        {refusals.length > 0 && (
          <div role="alert" className={classes.refusals}>
            <strong>{t('plan.refused')}</strong>
            <SaidList sentences={refusals} />
          </div>
        )}
        <PlannedSteps steps={steps} />
      </Panel>
      <StartForm
        plan={plan}
        request={props.request}
        onceKey={props.onceKey}
        isCurrent={props.isCurrent}
      />
    </>
  );
}
