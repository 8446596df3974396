import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { Lanes } from '@ghostlight/plugin-delivery-common';
import { Box, Link, QueryBoundary, When } from '@ghostlight/reliability-react';
import { useId } from 'react';
import { useDeliveryLinks, useLanes } from '../hooks';
import { NoDeployments } from '../states/NoDeployments';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import {
  AuthorOf,
  OutcomeWord,
  Said,
  VerdictWord,
  versionOf,
  WatchWord,
} from '../words';
import { DoraLine } from './DoraLine';
import { laneOf } from './laneOf';
import { PlanRollback } from './PlanRollback';
import classes from './entity.module.css';

/** What runs, whether it is well, and the way back. */
export function DeliveryCard() {
  const t = useDeliveryText();
  const id = useId();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const lanes = useLanes(entityRef);
  const lane = lanes.data && laneOf(lanes.data.items);
  return (
    <Box
      as="section"
      bg="neutral"
      className={classes.card}
      aria-labelledby={id}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {t('nav.title')}
        </h2>
        {lane && <strong>{lane.environment}</strong>}
      </div>
      <QueryBoundary
        query={lanes}
        what={t('state.deliveries')}
        forbidden={<NotAllowed />}
        isEmpty={({ items }) => items.length === 0}
        empty={<NoDeployments entityRef={entityRef} brief />}
      >
        {data => <CardFacts lanes={data} />}
      </QueryBoundary>
    </Box>
  );
}

function CardFacts({ lanes }: { lanes: Lanes }) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const { entityRef } = lanes;
  const lane = laneOf(lanes.items);
  if (!lane) return null;
  const { current, running, gate, rollback, rollout } = lane;
  const others = lanes.items.filter(each => each !== lane && each.current);
  return (
    <>
      {current ? (
        <p className={classes.plain}>
          <Link href={links.change(current.id)}>
            <strong>{versionOf(current)}</strong>
          </Link>{' '}
          <When iso={current.activeFrom ?? current.startedAt} /> ·{' '}
          <AuthorOf change={current} />
        </p>
      ) : (
        <p className={classes.plain}>{t('entity.nothingRuns')}</p>
      )}
      {running && (
        <p className={classes.plain}>
          <OutcomeWord of={running} /> {versionOf(running)}{' '}
          {rollout && <Said sentence={rollout.said} />}
        </p>
      )}
      {rollback && (
        <p className={classes.plain}>
          {t('entity.rollbackRuns')}{' '}
          <Link href={links.rollback(rollback.id)}>{rollback.id}</Link>
        </p>
      )}
      {current?.watch && (
        <p className={classes.plain}>
          <WatchWord state={current.watch.state} />{' '}
          <Said sentence={current.watch.said} />
        </p>
      )}
      {gate && (
        <p className={classes.plain}>
          {t('entity.mayGoOut')} <VerdictWord verdict={gate.verdict} />{' '}
          <span className={classes.muted}>
            <Said sentence={gate.said} />
          </span>
        </p>
      )}
      <DoraLine entityRef={entityRef} environment={lane.environment} />
      {others.length > 0 && (
        <p className={classes.muted}>
          {others
            .map(each => `${each.environment} ${each.current?.version ?? ''}`)
            .join(' · ')}
        </p>
      )}
      <div className={classes.foot}>
        <Link href={links.entityTab(entityRef)}>{t('entity.openTab')}</Link>
        <PlanRollback entityRef={entityRef} lane={lane} />
      </div>
      <p className={classes.muted}>
        {t('words.asOf')} <When iso={lanes.asOf} />
      </p>
    </>
  );
}
