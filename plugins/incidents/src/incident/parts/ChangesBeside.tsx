import type {
  Alert,
  Change,
  IncidentDetail,
} from '@ghostlight/plugin-incidents-common';
import {
  EmptyState,
  Panel,
  QueryBoundary,
} from '@ghostlight/reliability-react';
import { useAlerts, useChanges } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { ChangesTable } from './ChangesTable';
import { Lanes } from './Lanes';

/** What was changed and when it hurt, on one time axis, entity by entity. */
export function ChangesBeside({ incident }: { incident: IncidentDetail }) {
  const t = useIncidentsText();
  const changes = useChanges({ incident: incident.id });
  const alerts = useAlerts({ incident: incident.id });
  return (
    <Panel title={t('changes.title')}>
      <QueryBoundary query={changes} what={t('changes.title')}>
        {({ items }) => (
          <Drawn incident={incident} changes={items} alerts={alerts.items} />
        )}
      </QueryBoundary>
    </Panel>
  );
}

function Drawn(props: {
  incident: IncidentDetail;
  changes: Change[];
  alerts: Alert[];
}) {
  const t = useIncidentsText();
  const { incident, changes, alerts } = props;
  return (
    <>
      {changes.length + alerts.length > 0 && (
        <Lanes incident={incident} changes={changes} alerts={alerts} />
      )}
      {changes.length === 0 ? (
        <EmptyState sentence={t('changes.none')} next={t('changes.noneHint')} />
      ) : (
        <ChangesTable changes={changes} since={incident.startedAt} />
      )}
    </>
  );
}
