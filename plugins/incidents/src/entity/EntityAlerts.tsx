import type { Alert } from '@ghostlight/plugin-incidents-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  Link,
  Panel,
  QueryBoundary,
  urlField,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useAlerts, useIncidentLinks } from '../hooks';
import { AlertRecord } from '../incident/parts/AlertRecord';
import { useAlertColumns } from '../incident/parts/useAlertColumns';
import { useIncidentsText } from '../translation';

const fields = { alert: urlField.text() };
const rowKey = (row: Alert) => row.id;

/** Alerts of the entity, the latest first, each with its incident; opening one shows it in full. */
export function EntityAlerts({ entityRef }: { entityRef: string }) {
  const t = useIncidentsText();
  const links = useIncidentLinks();
  const [url, setUrl] = useUrlState(fields);
  const refs = useMemo(() => [entityRef], [entityRef]);
  const alerts = useAlerts({ entityRef: refs, limit: 50 });
  const common = useAlertColumns();
  const columns = useMemo<DataColumn<Alert>[]>(
    () => [
      ...common.filter(each => !['entity', 'joined'].includes(each.id)),
      {
        id: 'incident',
        title: t('list.incident'),
        width: '100px',
        cell: row =>
          row.incidentId ? (
            <Link href={links.incident(row.incidentId)}>{row.incidentId}</Link>
          ) : (
            '–'
          ),
      },
    ],
    [common, links, t],
  );
  return (
    <Panel title={t('entity.alertsTitle')}>
      <QueryBoundary
        query={alerts}
        what={t('state.alerts')}
        isEmpty={() => alerts.items.length === 0}
        empty={
          <EmptyState
            sentence={t('entity.noAlert')}
            next={t('entity.noAlertHint')}
          />
        }
      >
        {() => (
          <DataTable
            label={t('entity.alertsTitle')}
            columns={columns}
            rows={alerts.items}
            rowKey={rowKey}
            hasMore={alerts.hasMore}
            isLoadingMore={alerts.isLoadingMore}
            onEndReached={alerts.loadMore}
            onOpenRow={row => setUrl({ alert: row.id })}
            rowHeight={40}
            height="320px"
          />
        )}
      </QueryBoundary>
      {url.alert && (
        <AlertRecord id={url.alert} onClose={() => setUrl({ alert: '' })} />
      )}
    </Panel>
  );
}
