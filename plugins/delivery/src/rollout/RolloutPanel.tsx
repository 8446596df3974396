import type { Rollout } from '@ghostlight/plugin-delivery-common';
import {
  More,
  Panel,
  QueryBoundary,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { ApprovalPanel } from '../approval';
import { useRollout } from '../hooks';
import { useDeliveryText } from '../translation';
import { Actor, RolloutWord, Said, StepWord } from '../words';
import { Analysis } from './Analysis';
import { Controls } from './Controls';
import classes from './rollout.module.css';

/** A version on its way out: where it is, how it does beside the old one, and what can be done. */
export function RolloutPanel({ id }: { id: string }) {
  const t = useDeliveryText();
  const rollout = useRollout(id);
  return (
    <Panel
      title={t('rollout.title')}
      aside={rollout.data && <RolloutWord state={rollout.data.state} />}
    >
      <QueryBoundary query={rollout} what={t('rollout.title')}>
        {data => <Running rollout={data} onChanged={rollout.refresh} />}
      </QueryBoundary>
    </Panel>
  );
}

function Running(props: { rollout: Rollout; onChanged(): void }) {
  const t = useDeliveryText();
  const format = useFormats();
  const { rollout, onChanged } = props;
  const { strategy, engine, weight, requestedBy, falseRollbackBound } = rollout;
  const { approval } = rollout;
  return (
    <>
      <p className={uiClasses.plain} role="status">
        <Said
          sentence={rollout.said}
          within={rollout.analysis.map(({ said }) => said)}
        />
      </p>
      <p className={uiClasses.muted}>
        {t(`strategy.${strategy.type}`)} · {t(`engine.${engine}`)}
        {requestedBy && (
          <>
            {' '}
            · {t('rollback.askedBy')} <Actor name={requestedBy} />
          </>
        )}
      </p>
      {approval && (
        <ApprovalPanel
          path="/v1/rollouts/{id}/decision"
          id={rollout.id}
          approval={approval}
          may={approval.may}
          approvers={approval.may.who}
          onChanged={onChanged}
        />
      )}
      {weight !== undefined && (
        <div className={classes.weight}>
          <meter
            min={0}
            max={100}
            value={weight}
            aria-label={t('rollout.weight')}
          />
          <span className={uiClasses.number}>
            {t('rollout.weightOf', { weight: format.percent(weight / 100) })}
          </span>
        </div>
      )}
      <ol className={classes.steps}>
        {rollout.steps.map(step => (
          <li key={step.id} className={classes.step}>
            <StepWord state={step.state} />
            <span>
              <span lang="en">{step.title}</span>
              {step.weight !== undefined &&
                ` · ${format.percent(step.weight / 100)}`}
              {step.seconds !== undefined &&
                ` · ${format.duration(step.seconds)}`}
              {step.error && (
                <span className={classes.error} lang="en">
                  {' '}
                  {step.error}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <Analysis rollout={rollout} />
      {falseRollbackBound < 1 && (
        <More summary={t('rollout.how')}>
          <p className={uiClasses.plain}>
            {t('rollout.bound', { bound: format.percent(falseRollbackBound) })}
          </p>
        </More>
      )}
      <Controls rollout={rollout} onChanged={onChanged} />
    </>
  );
}
