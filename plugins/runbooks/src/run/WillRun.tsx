import type {
  ExecutionDetail,
  RunStep,
} from '@ghostlight/plugin-runbooks-common';
import { uiClasses } from '@ghostlight/reliability-react';
import { Reversible } from '../plan/ActionPlanView';
import { useRunbooksText } from '../translation';
import { Said } from '../words';
import classes from './run.module.css';

/** The actions that an approval lets run: those after it, up to the next approval. */
export function actionsAfter(
  steps: readonly RunStep[],
  after: string | undefined,
): RunStep[] {
  const start = steps.findIndex(({ id }) => id === after) + 1;
  const rest = steps.slice(start);
  const end = rest.findIndex(({ kind }) => kind === 'approval');
  return (end < 0 ? rest : rest.slice(0, end)).filter(
    ({ kind, state }) => kind === 'action' && state === 'pending',
  );
}

/** What exactly will run once somebody agrees, resolved by the server. */
export function WillRun(props: {
  run: ExecutionDetail;
  /** The step that asks; the whole run when left out. */
  after?: string;
}) {
  const t = useRunbooksText();
  const actions = actionsAfter(props.run.runSteps, props.after);
  if (actions.length === 0) {
    return <p className={classes.plain}>{t('run.willRunNothing')}</p>;
  }
  return (
    <div>
      <strong>{t('run.willRun')}</strong>
      <ul className={uiClasses.bullets}>
        {actions.map(({ id, title, plan }) => (
          <li key={id}>
            {title}
            {plan && (
              <>
                : <Said sentence={plan.title} />{' '}
                {plan.target && <code>{plan.target}</code>}{' '}
                <Reversible reversible={plan.reversible} />{' '}
                <span className={uiClasses.muted}>
                  <Said sentence={plan.blastRadius.said} />
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
