import type {
  ExecutionDetail,
  JournalEntry,
} from '@ghostlight/plugin-runbooks-common';
import { Panel, uiClasses } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { blocksOf, type Numbered } from './blocksOf';
import { StepRow } from './StepRow';
import classes from './run.module.css';

/** What is done, with how far each step is; those that run at once stand together. */
export function Steps(props: {
  run: ExecutionDetail;
  /** Undefined until somebody reads it. */
  journal: JournalEntry[] | undefined;
  onRead(): void;
  onChanged(): void;
}) {
  const t = useRunbooksText();
  const { run, ...rest } = props;
  const phases = blocksOf(run.runSteps);
  const row = ({ step, number }: Numbered) => (
    <StepRow key={step.id} run={run} step={step} number={number} {...rest} />
  );
  return (
    <Panel title={t('run.steps')}>
      {run.runSteps.length === 0 && (
        <p className={uiClasses.plain}>{t('run.noSteps')}</p>
      )}
      {phases.map(({ phase, blocks }, index) => (
        <div key={`${index} ${phase ?? ''}`}>
          {phase && <h4 className={classes.phase}>{phase}</h4>}
          <ol className={classes.steps}>
            {blocks.map(({ group, steps }) =>
              group === undefined || steps.length === 1 ? (
                steps.map(row)
              ) : (
                <li key={group}>
                  <div className={classes.group}>
                    <p className={uiClasses.muted}>
                      {t('run.atOnce', { count: steps.length })}
                    </p>
                    <ol className={classes.steps}>{steps.map(row)}</ol>
                  </div>
                </li>
              ),
            )}
          </ol>
        </div>
      ))}
    </Panel>
  );
}
