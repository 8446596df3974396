import type { ExecutionDetail } from '@ghostlight/plugin-runbooks-common';
import {
  EntityName,
  Link,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { Actor } from '../words';
import classes from './run.module.css';

/** Who has it in hand, who asked for it and why, and what it is of. */
export function Facts({ run }: { run: ExecutionDetail }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { entityRef, environment, runbookRef, policyRef, attemptId } = run;
  return (
    <dl className={classes.facts}>
      <Fact name={t('run.operator')}>
        <Actor name={run.operator} />
      </Fact>
      <Fact name={t('run.askedBy')}>
        <Actor name={run.requestedBy} /> <When iso={run.requestedAt} />
      </Fact>
      <Fact name={t('words.entity')}>
        {entityRef && <EntityName entityRef={entityRef} />} ({environment})
      </Fact>
      {run.reason && <Fact name={t('words.reason')}>{run.reason}</Fact>}
      <Fact name={t('run.seeAlso')}>
        <span className={uiClasses.row}>
          {runbookRef && (
            <Link href={links.runbook(runbookRef)}>{t('run.runbook')}</Link>
          )}
          {run.action && <code>{run.action}</code>}
          {policyRef && (
            <Link href={links.policy(policyRef)}>{t('run.policy')}</Link>
          )}
          {attemptId && (
            <Link href={links.attempt(attemptId)}>{attemptId}</Link>
          )}
          {run.experimentRef && (
            <Link href={links.experiment(run.experimentRef)}>
              {t('run.experiment')}
            </Link>
          )}
          {entityRef && (
            <Link href={links.entityTab(entityRef)}>{t('run.entity')}</Link>
          )}
        </span>
      </Fact>
    </dl>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
