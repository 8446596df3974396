import type { AttemptDetail } from '@ghostlight/plugin-runbooks-common';
import { EntityName } from '@ghostlight/reliability-react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { AttemptWord, IncidentLink, Said } from '../words';
import classes from './remediation.module.css';

/** What is proposed for what; then where it stands in a sentence. */
export function AttemptHeadline({ attempt }: { attempt: AttemptDetail }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { id, title, entityRef, environment, incidentId, state } = attempt;
  return (
    <div>
      <h2 id="attempt-title" className={classes.sentence}>
        {id} · {t('run.quoted', { title })} {t('run.for')}{' '}
        <EntityName entityRef={entityRef} /> ({environment})
        {incidentId && (
          <>
            {' · '}
            <IncidentLink id={incidentId} href={links.incident(incidentId)} />
          </>
        )}
      </h2>
      {/* Announced as it changes, without stealing the focus. */}
      <p role="status" className={classes.said}>
        <AttemptWord state={state} /> <Said sentence={attempt.said} />
      </p>
    </div>
  );
}
