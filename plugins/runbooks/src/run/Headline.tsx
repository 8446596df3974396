import type { ExecutionDetail } from '@ghostlight/plugin-runbooks-common';
import { Duration, secondsOf } from '@ghostlight/reliability-react';
import { isOpen, useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { ExecutionWord, IncidentLink, Said, Stopwatch } from '../words';
import classes from './run.module.css';

/** `RUN-0017` as people say it: 17. */
function numberOf(id: string): string {
  const [, digits] = /^[A-Z]+-0*(\d+)$/.exec(id) ?? [];
  return digits ?? id;
}

/** What is run for what, where it is, and how long it takes; then its state in a sentence. */
export function Headline({ run }: { run: ExecutionDetail }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { id, title, incidentId, step, steps, state, kind } = run;
  return (
    <div className={classes.heading}>
      <h2 id="run-title" className={classes.sentence}>
        {t('run.quoted', { title })}
        {incidentId && (
          <>
            {' '}
            {t('run.for')}{' '}
            <IncidentLink id={incidentId} href={links.incident(incidentId)} />
          </>
        )}
        {' · '}
        {kind === 'runbook'
          ? t('run.number', { number: numberOf(id) })
          : t(`run.kind_${kind}`, { number: numberOf(id) })}
        {isOpen(state) && step !== undefined && (
          <>
            {' · '}
            {t('run.stepOf', { step: String(step), steps: String(steps) })}
          </>
        )}
        <Took run={run} />
      </h2>
      {/* Announced as it changes, without stealing the focus. */}
      <p role="status" className={classes.said}>
        <ExecutionWord state={state} /> <Said sentence={run.said} />
      </p>
    </div>
  );
}

/** `1:12 of about 15 min`, going on while it runs. */
function Took({ run }: { run: ExecutionDetail }) {
  const t = useRunbooksText();
  const { startedAt, finishedAt, estimatedSeconds } = run;
  if (secondsOf(startedAt) === undefined) return null;
  return (
    <>
      {' · '}
      <span className={classes.time}>
        <Stopwatch from={startedAt} until={finishedAt} />
      </span>
      {estimatedSeconds !== undefined && (
        <>
          {' '}
          {t('run.ofAbout')} <Duration seconds={estimatedSeconds} />
        </>
      )}
    </>
  );
}
