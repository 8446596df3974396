import type {
  NotificationRecord,
  NotificationState,
} from '@ghostlight/plugin-incidents-common';
import {
  Button,
  DataTable,
  EmptyState,
  Panel,
  QueryBoundary,
  SearchBox,
  Select,
  type SetUrlValues,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../translation';
import { DeliveryRecord } from './DeliveryRecord';
import { STATES, type oncallUrl, type OncallUrl } from './oncallUrl';
import { useDeliveries } from './useOncallPage';
import { useDeliveryColumns } from './useDeliveryColumns';
import classes from './oncall.module.css';

const ANY = 'any';
const rowKey = (row: NotificationRecord) => row.id;

/** Every notification: to whom, through what, what became of it and why. */
export function DeliveryLog(props: {
  url: OncallUrl;
  setUrl: SetUrlValues<typeof oncallUrl>;
  channels: string[];
}) {
  const t = useIncidentsText();
  const { url, setUrl, channels } = props;
  const log = useDeliveries(url);
  const columns = useDeliveryColumns();
  const [open, setOpen] = useState<string>();
  const isFiltered = url.state.length > 0 || url.channel || url.incident;
  const record = log.items.find(each => each.id === open);
  const clear = (
    <Button
      className={classes.button}
      size="small"
      variant="tertiary"
      onPress={() => setUrl({ state: [], channel: '', incident: '' })}
    >
      {t('list.clear')}
    </Button>
  );

  return (
    <Panel title={t('oncall.log')}>
      <div className={classes.filters} role="search">
        <Select
          size="small"
          label={t('oncall.state')}
          placeholder={t('list.any')}
          selectionMode="multiple"
          options={STATES.map(id => ({ id, label: t(`oncall.state_${id}`) }))}
          value={url.state}
          onChange={chosen => setUrl({ state: chosen as NotificationState[] })}
        />
        <Select
          size="small"
          label={t('oncall.channel')}
          options={[
            { id: ANY, label: t('list.any') },
            ...[...new Set([...channels, url.channel])]
              .filter(Boolean)
              .map(id => ({ id, label: id })),
          ]}
          value={url.channel || ANY}
          onChange={chosen =>
            setUrl({ channel: chosen === ANY ? '' : String(chosen ?? '') })
          }
        />
        <SearchBox
          label={t('list.incident')}
          placeholder="INC-0042"
          value={url.incident}
          onChange={incident => setUrl({ incident: incident.trim() })}
        />
        {isFiltered && clear}
      </div>
      <QueryBoundary
        query={log}
        what={t('oncall.log')}
        isEmpty={() => log.items.length === 0}
        empty={
          isFiltered ? (
            <EmptyState sentence={t('oncall.logNoMatch')} actions={clear} />
          ) : (
            <EmptyState
              sentence={t('oncall.logNone')}
              next={t('oncall.logNoneHint')}
            />
          )
        }
      >
        {() => (
          <DataTable
            label={t('oncall.log')}
            columns={columns}
            rows={log.items}
            rowKey={rowKey}
            hasMore={log.hasMore}
            isLoadingMore={log.isLoadingMore}
            onEndReached={log.loadMore}
            onOpenRow={row => setOpen(row.id)}
            rowHeight={40}
            height="480px"
            toolbar={
              <span className={uiClasses.muted}>
                {log.moreError ? (
                  <span role="alert">{t('oncall.moreFailed')}</span>
                ) : (
                  t('oncall.logHint')
                )}
              </span>
            }
          />
        )}
      </QueryBoundary>
      {record && (
        <DeliveryRecord record={record} onClose={() => setOpen(undefined)} />
      )}
    </Panel>
  );
}
