import type { Change, Deployment } from '@ghostlight/plugin-delivery-common';
import {
  EntityName,
  Link,
  pageClasses as classes,
  QueryBoundary,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useParams } from 'react-router-dom';
import { Details } from '../history/Details';
import { useChange, useDeliveryLinks, useDeployment } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { WatchPanel } from '../watch/WatchPanel';
import { OutcomeWord, Said, versionOf } from '../words';

/** One change by its id; more where it is a deployment or rollback. */
export function ChangePage() {
  const t = useDeliveryText();
  const { id = '' } = useParams();
  const change = useChange(id, true);
  return (
    <QueryBoundary
      query={change}
      what={t('changes.one')}
      forbidden={<NotAllowed />}
    >
      {data =>
        data.kind === 'deployment' || data.kind === 'rollback' ? (
          <OfDeployment change={data} />
        ) : (
          <Shown change={data} />
        )
      }
    </QueryBoundary>
  );
}

/** What became of it; while that is not known, what was reported. */
function OfDeployment({ change }: { change: Change }) {
  const { data } = useDeployment(change.id);
  return <Shown change={data ?? change} deployment={data} />;
}

function Shown(props: { change: Change; deployment?: Deployment }) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const { change, deployment } = props;
  const { entityRef, environment } = change;
  return (
    <div className={classes.page}>
      <div className={classes.line}>
        <h2 className={classes.sentence}>
          {entityRef && (
            <>
              <EntityName entityRef={entityRef} />
              {': '}
            </>
          )}
          {t('changes.ofEntity', {
            kind: t(`kind.${change.kind}`),
            version: versionOf(change),
            environment,
          })}
        </h2>
        <OutcomeWord of={deployment ?? change} />
      </div>
      {deployment && deployment.failedBecause.length > 0 && (
        <div>
          <p className={uiClasses.plain}>{t('changes.why')}</p>
          <ul className={uiClasses.bullets}>
            {deployment.failedBecause.map(({ kind, ref, said }) => (
              <li key={`${kind} ${ref}`}>
                <Said sentence={said} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Details change={change} deployment={deployment} />
      {deployment?.watch && <WatchPanel id={deployment.watch.id} />}
      <div className={classes.links}>
        {entityRef && (
          <Link href={links.entityTab(entityRef, environment)}>
            {t('changes.inEntity')}
          </Link>
        )}
        <Link href={links.changes}>{t('changes.all')}</Link>
      </div>
    </div>
  );
}
