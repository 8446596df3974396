import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { Lane, Lanes } from '@ghostlight/plugin-delivery-common';
import {
  LoadingState,
  QueryBoundary,
  useUrlState,
  When,
} from '@ghostlight/reliability-react';
import { DoraPanel } from '../dora/DoraPanel';
import { GatePanel } from '../gate/GatePanel';
import { History } from '../history/History';
import { useLanes } from '../hooks';
import { RolloutPanel } from '../rollout/RolloutPanel';
import { NoDeployments } from '../states/NoDeployments';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { Said } from '../words';
import { WatchPanel } from '../watch/WatchPanel';
import { EnvironmentLanes } from './EnvironmentLanes';
import { laneOf } from './laneOf';
import { PlanRollback } from './PlanRollback';
import { RunningRollback } from './RunningRollback';
import { Sentence } from './Sentence';
import { tabUrl } from './tabUrl';
import classes from './entity.module.css';

/** What runs, whether it is well, what went out before, and whether the next may go out. */
export function DeliveryTab() {
  const t = useDeliveryText();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const name = entity.metadata.title ?? entity.metadata.name;
  const lanes = useLanes(entityRef);
  return (
    <div className={classes.tab}>
      <QueryBoundary
        query={lanes}
        what={t('state.deliveries')}
        loading={
          <LoadingState what={t('state.deliveries')} lines={4} block={240} />
        }
        forbidden={<NotAllowed />}
        isEmpty={({ items }) => items.length === 0}
        empty={<NoDeployments entityRef={entityRef} />}
      >
        {data => <Parts lanes={data} name={name} />}
      </QueryBoundary>
    </div>
  );
}

function Parts({ lanes, name }: { lanes: Lanes; name: string }) {
  const t = useDeliveryText();
  const [url, setUrl] = useUrlState(tabUrl);
  const lane = laneOf(lanes.items, url.environment);
  if (!lane) return null;
  const { entityRef } = lanes;
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.sentence}>
          <Sentence lane={lane} name={name} />
        </h2>
        <PlanRollback entityRef={entityRef} lane={lane} variant="primary" />
      </div>
      <p className={classes.muted}>
        {t('words.asOf')} <When iso={lanes.asOf} />
        {lanes.missing.map(each => (
          <span key={each.code}>
            {' '}
            · <Said sentence={each} />
          </span>
        ))}
      </p>
      <EnvironmentLanes
        lanes={lanes.items}
        chosen={lane.environment}
        onChoose={environment => setUrl({ environment, deployment: '' })}
      />
      <OfLane key={lane.environment} entityRef={entityRef} lane={lane}>
        <History
          entityRef={entityRef}
          environment={lane.environment}
          url={url}
          setUrl={setUrl}
        />
      </OfLane>
    </>
  );
}

function OfLane(props: {
  entityRef: string;
  lane: Lane;
  children: JSX.Element;
}) {
  const { entityRef, lane } = props;
  const { environment, rollout, rollback, current, running } = lane;
  const watch = current?.watch;
  return (
    <>
      {rollback && <RunningRollback id={rollback.id} />}
      {rollout && <RolloutPanel id={rollout.id} />}
      <div className={classes.columns}>
        <div className={classes.stack}>
          {props.children}
          {watch && <WatchPanel id={watch.id} />}
        </div>
        <div className={classes.stack}>
          <GatePanel
            entityRef={entityRef}
            environment={environment}
            version={running?.version}
          />
          <DoraPanel scope={{ entityRef, environment }} />
        </div>
      </div>
    </>
  );
}
