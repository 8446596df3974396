import { useApi } from '@backstage/frontend-plugin-api';
import { inboxManagePermission } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  CodeBlock,
  ConfirmDialog,
  type DataColumn,
  dataOf,
  DataTable,
  EmptyState,
  Panel,
  QueryBoundary,
  uiClasses,
  useAct,
  When,
} from '@ghostlight/reliability-react';
import { useMemo, useState } from 'react';
import { incidentsApiRef } from '../api';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import { SaidWords, useSaid } from '../words';
import { Beside } from './Beside';
import { useQuarantine, type Quarantined } from './useInbox';
import classes from './alerts.module.css';

const rowKey = (row: Quarantined) => row.id;

/** What came in and could not be understood: why, where in it, and what it was; to retry or discard. */
export function Quarantine(props: {
  open: string;
  onOpen(id: string): void;
  onChanged(): void;
}) {
  const t = useIncidentsText();
  const { open, onOpen, onChanged } = props;
  const quarantine = useQuarantine();
  const columns = useMemo<DataColumn<Quarantined>[]>(
    () => [
      {
        id: 'reason',
        title: t('inbox.quarantineReason'),
        width: 'minmax(220px, 2fr)',
        required: true,
        cell: row => (
          <span className={uiClasses.truncate} title={row.reason}>
            <SaidWords sentence={row.reason} said={row.said} />
          </span>
        ),
      },
      {
        id: 'field',
        title: t('inbox.quarantineField'),
        width: 'minmax(120px, 1fr)',
        cell: row => (
          <span className={`${uiClasses.truncate} ${classes.code}`}>
            {row.field ?? '–'}
          </span>
        ),
      },
      {
        id: 'from',
        title: t('alerts.from'),
        width: '150px',
        cell: row => row.adapter,
      },
      {
        id: 'received',
        title: t('inbox.received'),
        width: '120px',
        align: 'end',
        cell: row => <When iso={row.receivedAt} />,
      },
    ],
    [t],
  );
  const item = quarantine.items.find(each => each.id === open);
  const close = () => onOpen('');
  return (
    <QueryBoundary
      query={quarantine}
      what={t('inbox.view_quarantined')}
      forbidden={
        <NotAllowed
          what={t('inbox.forbiddenQuarantine')}
          permission={inboxManagePermission.name}
        />
      }
      isEmpty={() => quarantine.items.length === 0}
      empty={
        <EmptyState
          sentence={t('inbox.quarantineNone')}
          next={t('inbox.quarantineNoneHint')}
        />
      }
    >
      {() => (
        <Beside
          open={item ? open : ''}
          label={t('inbox.quarantineItem')}
          onClose={close}
          list={
            <DataTable
              label={t('inbox.view_quarantined')}
              columns={columns}
              rows={quarantine.items}
              rowKey={rowKey}
              hasMore={quarantine.hasMore}
              isLoadingMore={quarantine.isLoadingMore}
              onEndReached={quarantine.loadMore}
              onOpenRow={row => onOpen(row.id)}
              toolbar={
                <span className={uiClasses.muted}>{t('inbox.openHint')}</span>
              }
            />
          }
        >
          {item && (
            <Item
              item={item}
              onClose={close}
              onGone={() => {
                close();
                quarantine.refresh();
                onChanged();
              }}
            />
          )}
        </Beside>
      )}
    </QueryBoundary>
  );
}

function Item(props: { item: Quarantined; onClose(): void; onGone(): void }) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const say = useSaid();
  const { item, onClose, onGone } = props;
  const [discarding, setDiscarding] = useState(false);
  const [still, setStill] = useState<string>();
  const retry = useAct(async () => {
    setStill(undefined);
    const { outcome, reason, said } = await dataOf(
      client.request('post', '/v1/quarantine/{id}/retry', {
        params: { path: { id: item.id } },
      }),
    );
    if (outcome === 'accepted') onGone();
    else setStill(say(reason ?? item.reason, reason ? said : item.said));
  });
  return (
    <Panel
      title={t('inbox.quarantineItem')}
      aside={
        <Button size="small" variant="tertiary" onPress={onClose}>
          {t('act.close')}
        </Button>
      }
    >
      <p className={uiClasses.plain}>
        {t('inbox.quarantineSays', { adapter: item.adapter })}{' '}
        <strong className={classes.wrap}>
          <SaidWords sentence={item.reason} said={item.said} />
        </strong>
        {item.field && (
          <>
            {' '}
            {t('inbox.quarantineAt')}{' '}
            <code className={classes.code}>{item.field}</code>
          </>
        )}
        {'. '}
        <When iso={item.receivedAt} absolute />
      </p>
      <div className={classes.acts}>
        <Button
          size="small"
          variant="secondary"
          isPending={retry.pending}
          onPress={() => retry.run()}
        >
          {t('inbox.retry')}
        </Button>
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setDiscarding(true)}
        >
          {t('inbox.discard')}
        </Button>
      </div>
      <p className={uiClasses.muted}>{t('inbox.retryHint')}</p>
      {(still || retry.failure) && (
        <p role="alert" className={uiClasses.plain}>
          {still ? t('inbox.stillWrong', { reason: still }) : retry.failure}
        </p>
      )}
      <CodeBlock code={item.raw} title={t('alerts.raw')} />
      {discarding && (
        <ConfirmDialog
          title={t('inbox.discardTitle')}
          what={t('inbox.discardWhat')}
          confirm={t('inbox.discardConfirm')}
          onClose={() => setDiscarding(false)}
          onConfirm={async () => {
            await client.request('delete', '/v1/quarantine/{id}', {
              params: { path: { id: item.id } },
            });
            onGone();
          }}
        />
      )}
    </Panel>
  );
}
