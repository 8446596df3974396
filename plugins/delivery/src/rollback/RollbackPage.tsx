import type { RollbackDetail } from '@ghostlight/plugin-delivery-common';
import {
  EntityName,
  Link,
  LoadingState,
  QueryBoundary,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { ApprovalPanel } from '../approval';
import { isMoving, useDeliveryLinks, useRollback } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { Actor, IncidentLink, RollbackWord, Said, Titled } from '../words';
import { CancelButton } from './CancelButton';
import { Readings } from './Readings';
import { Records } from './Records';
import { Steps } from './Steps';
import classes from './rollback.module.css';

/** A rollback as it happens, and afterwards as it was. */
export function RollbackPage() {
  const t = useDeliveryText();
  const { id = '' } = useParams();
  const [live, setLive] = useState(true);
  const rollback = useRollback(id, live);
  const moves = rollback.data === undefined || isMoving(rollback.data.state);
  if (moves !== live) setLive(moves);
  return (
    <QueryBoundary
      query={rollback}
      what={t('rollback.what', { id })}
      loading={
        <LoadingState what={t('rollback.what', { id })} lines={4} block={240} />
      }
      forbidden={<NotAllowed />}
    >
      {data => <Rollback rollback={data} onChanged={rollback.refresh} />}
    </QueryBoundary>
  );
}

function Rollback(props: { rollback: RollbackDetail; onChanged(): void }) {
  const t = useDeliveryText();
  const { rollback, onChanged } = props;
  const { id, state, said, from, to, environment, approval } = rollback;
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <div>
          <h2 className={classes.sentence}>
            {id} {t('rollback.sentencePre')}{' '}
            <EntityName entityRef={rollback.entityRef} />{' '}
            {t('rollback.sentence', {
              environment,
              from: from.version,
              to: to.version,
            })}
          </h2>
          {/* Announced as it changes, without stealing the focus. */}
          <p role="status" className={classes.said}>
            <RollbackWord state={state} />{' '}
            <Said
              sentence={said}
              within={rollback.steps.flatMap(
                ({ titleSaid }) => titleSaid ?? [],
              )}
            />
          </p>
        </div>
        <CancelButton rollback={rollback} onChanged={onChanged} />
      </div>
      <Facts rollback={rollback} />
      {approval && (
        <ApprovalPanel
          path="/v1/rollbacks/{id}/decision"
          id={id}
          approval={approval}
          may={rollback.may.approve}
          approvers={rollback.plan.approval.approvers}
          onChanged={onChanged}
        />
      )}
      <Steps rollback={rollback} />
      <Readings rollback={rollback} />
      <Records rollback={rollback} />
    </div>
  );
}

function Facts({ rollback }: { rollback: RollbackDetail }) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const { incidentId, deploymentId, plan } = rollback;
  const lane = plan.lanes.find(each => each.id === rollback.lane);
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('rollback.askedBy')}</dt>
        <dd>
          <Actor name={rollback.requestedBy} />{' '}
          <When iso={rollback.requestedAt} />
        </dd>
      </div>
      <div>
        <dt>{t('words.reason')}</dt>
        <dd>{rollback.reason}</dd>
      </div>
      <div>
        <dt>{t('plan.lane')}</dt>
        <dd>
          {lane ? <Titled of={lane} /> : rollback.lane}
          {rollback.dryRun && ` · ${t('plan.dryRun')}`}
        </dd>
      </div>
      {incidentId && (
        <div>
          <dt>{t('words.incident')}</dt>
          <dd>
            <IncidentLink id={incidentId} href={links.incident(incidentId)} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('rollback.seeAlso')}</dt>
        <dd className={uiClasses.row}>
          <Link href={links.planById(plan.id)}>{t('rollback.plan')}</Link>
          {deploymentId && (
            <Link href={links.change(deploymentId)}>
              {t('rollback.deployment')}
            </Link>
          )}
          <Link
            href={links.entityTab(rollback.entityRef, rollback.environment)}
          >
            {t('rollback.entity')}
          </Link>
        </dd>
      </div>
    </dl>
  );
}
