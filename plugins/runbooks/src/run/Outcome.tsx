import type { ExecutionDetail } from '@ghostlight/plugin-runbooks-common';
import { Panel, uiClasses } from '@ghostlight/reliability-react';
import { isOpen, useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { ExecutionWord, IncidentLink, Said, StepWord } from '../words';
import classes from './run.module.css';

/** Of what acts, the timeline of its incident tells. */
const TOLD: ExecutionDetail['kind'][] = ['runbook', 'action', 'experiment'];

/** What came of it and whether a recovery was seen; nothing while it is not over. */
export function Outcome({ run }: { run: ExecutionDetail }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { state, said, incidentId, runSteps, kind } = run;
  if (isOpen(state)) return null;
  const verified = runSteps.filter(step => step.kind === 'verify');
  return (
    <Panel title={t('run.outcome')}>
      <p className={classes.plain}>
        <ExecutionWord state={state} /> <Said sentence={said} />
      </p>
      {state === 'unknown' && (
        <p className={classes.error}>{t('run.unknownHint')}</p>
      )}
      {verified.length === 0 ? (
        <p className={uiClasses.muted}>{t('run.notVerified')}</p>
      ) : (
        <ul className={uiClasses.list}>
          {verified.map(step => (
            <li key={step.id}>
              <StepWord state={step.state} /> {step.title}{' '}
              {(step.error ?? step.progress) && (
                <span className={uiClasses.muted} lang="en">
                  {step.error ?? step.progress}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {incidentId && TOLD.includes(kind) && (
        <p className={uiClasses.muted}>
          {t('run.inIncident')}{' '}
          <IncidentLink id={incidentId} href={links.incident(incidentId)} />
        </p>
      )}
    </Panel>
  );
}
