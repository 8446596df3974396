import type { RunbookDetail } from '@ghostlight/plugin-runbooks-common';
import {
  EntityName,
  Link,
  LoadingState,
  QueryBoundary,
  useUrlState,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useParams } from 'react-router-dom';
import { refOf, useRunbook, useRunbooksLinks } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { IncidentLink } from '../words';
import { planUrl } from './planUrl';
import { PlanForm } from './PlanForm';
import classes from './plan.module.css';

/** What a runbook is given, then what it would do, then the button. Nothing is changed by looking. */
export function PlanPage() {
  const t = useRunbooksText();
  const runbook = useRunbook(refOf(useParams().runbook ?? ''));
  return (
    <QueryBoundary
      query={runbook}
      what={t('state.runbook')}
      loading={<LoadingState what={t('state.runbook')} lines={4} block={320} />}
      forbidden={<NotAllowed all />}
    >
      {data => <Plan runbook={data} />}
    </QueryBoundary>
  );
}

function Plan({ runbook }: { runbook: RunbookDetail }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const [url, setUrl] = useUrlState(planUrl);
  const [only, ...others] = runbook.serviceRefs;
  const entity = url.entity || (others.length === 0 ? only ?? '' : '');
  return (
    <div className={classes.page}>
      <div>
        <h2 className={classes.sentence}>
          {t('plan.headline')}{' '}
          <Link href={links.runbook(runbook.ref)}>{runbook.title}</Link>
          {entity && (
            <>
              {' '}
              {t('plan.for')} <EntityName entityRef={entity} />
            </>
          )}
          {url.incident && (
            <>
              {' · '}
              <IncidentLink
                id={url.incident}
                href={links.incident(url.incident)}
              />
            </>
          )}
        </h2>
        <p className={uiClasses.muted}>{t('plan.first')}</p>
      </div>
      <PlanForm
        key={runbook.hash}
        runbook={runbook}
        url={{ ...url, entity }}
        setUrl={setUrl}
      />
    </div>
  );
}
