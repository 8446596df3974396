import {
  inboxManagePermission,
  type Alert,
  type Unsuppressed,
} from '@ghostlight/plugin-incidents-common';
import {
  Button,
  DataTable,
  EmptyState,
  QueryBoundary,
  type SetUrlValues,
  uiClasses,
  useRefusal,
} from '@ghostlight/reliability-react';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { DeclareDialog } from '../declare';
import { useDeclareRefusal, useIncidentLinks } from '../hooks';
import { AlertRecord } from '../incident/parts/AlertRecord';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import { AlertActs } from './AlertActs';
import { AlertStory } from './AlertStory';
import { Beside } from './Beside';
import { InboxFilters } from './InboxFilters';
import {
  isFiltered,
  UNFILTERED,
  type AlertView,
  type inboxUrl,
  type InboxUrl,
} from './inboxUrl';
import { Mappings } from './Mappings';
import { TeachDialog } from './TeachDialog';
import { UndoBar, UndoOutcome } from './UndoBar';
import { UndoDialog } from './UndoDialog';
import { useInboxAlerts } from './useInbox';
import { useInboxColumns } from './useInboxColumns';

const rowKey = (row: Alert) => row.id;

/** One view of the alerts: a list to search, mark and open, and what can be done about them. */
export function AlertsView(props: {
  view: AlertView;
  url: InboxUrl;
  setUrl: SetUrlValues<typeof inboxUrl>;
  /** Something has changed: what is counted elsewhere is read again. */
  onChanged(): void;
}) {
  const t = useIncidentsText();
  const navigate = useNavigate();
  const links = useIncidentLinks();
  const { view, url, setUrl, onChanged } = props;
  const alerts = useInboxAlerts(view, url);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [undoing, setUndoing] = useState<Alert>();
  const [undone, setUndone] = useState<Unsuppressed>();
  const [teaching, setTeaching] = useState<Alert>();
  const [declaring, setDeclaring] = useState<Alert[]>();
  const mayNotDeclare = useDeclareRefusal();
  const mayNotManage = useRefusal({ permission: inboxManagePermission });
  const toggle = useCallback(
    (id: string, on: boolean) =>
      setMarked(last => {
        const next = new Set(last);
        if (on) next.add(id);
        else next.delete(id);
        return next;
      }),
    [],
  );
  const columns = useInboxColumns({
    view,
    selected: marked,
    onToggle: toggle,
    onUndo: setUndoing,
    onTeach: mayNotManage ? undefined : setTeaching,
  });
  // Rows that have left the list are not acted on unseen.
  const selected = alerts.items.filter(row => marked.has(row.id));
  const changed = () => {
    alerts.refresh();
    onChanged();
  };

  const table = (
    <QueryBoundary
      query={alerts}
      what={t('state.alerts')}
      forbidden={
        <NotAllowed
          what={t('inbox.forbidden')}
          permission="incidents.alert.read"
        />
      }
      isEmpty={() => alerts.items.length === 0}
      empty={
        isFiltered(url) ? (
          <EmptyState
            sentence={t('inbox.noMatch')}
            actions={
              <Button
                size="small"
                variant="secondary"
                onPress={() => setUrl(UNFILTERED)}
              >
                {t('list.clear')}
              </Button>
            }
          />
        ) : (
          <EmptyState
            sentence={t(`inbox.none_${view}`)}
            next={t(`inbox.noneHint_${view}`)}
          />
        )
      }
    >
      {() => (
        <DataTable
          label={t('inbox.label', { view: t(`inbox.view_${view}`) })}
          columns={columns}
          rows={alerts.items}
          rowKey={rowKey}
          hasMore={alerts.hasMore}
          isLoadingMore={alerts.isLoadingMore}
          onEndReached={alerts.loadMore}
          onOpenRow={row => setUrl({ alert: row.id })}
          toolbar={
            <div className={uiClasses.row}>
              <span className={uiClasses.muted} role="status">
                {selected.length > 0
                  ? t('bulk.marked', { count: selected.length })
                  : t('inbox.markHint')}
              </span>
              {selected.length > 0 && (
                <>
                  <Button
                    size="small"
                    variant="secondary"
                    isDisabled={mayNotDeclare !== undefined}
                    onPress={() => setDeclaring(selected)}
                  >
                    {t('inbox.declare', { count: selected.length })}
                  </Button>
                  <Button
                    size="small"
                    variant="tertiary"
                    onPress={() => setMarked(new Set())}
                  >
                    {t('bulk.clear')}
                  </Button>
                  {mayNotDeclare && (
                    <span className={uiClasses.muted}>{mayNotDeclare}</span>
                  )}
                </>
              )}
              {view === 'suppressed' && (
                <UndoBar
                  shown={alerts.items.length}
                  selected={selected}
                  onSelectAll={() =>
                    setMarked(new Set(alerts.items.map(rowKey)))
                  }
                  onDone={result => {
                    setUndone(result);
                    changed();
                  }}
                />
              )}
              {alerts.moreError && (
                <span role="alert">{t('inbox.moreFailed')}</span>
              )}
            </div>
          }
        />
      )}
    </QueryBoundary>
  );

  return (
    <>
      <InboxFilters url={url} setUrl={setUrl} />
      {undone && <UndoOutcome result={undone} />}
      <Beside
        open={url.alert}
        label={t('alerts.alert')}
        onClose={() => setUrl({ alert: '' })}
        list={table}
      >
        <AlertRecord
          id={url.alert}
          onClose={() => setUrl({ alert: '' })}
          acts={alert => <AlertActs alert={alert} onDone={changed} />}
          more={alert => <AlertStory alert={alert} />}
        />
      </Beside>
      {view === 'unresolved' && <Mappings refusal={mayNotManage} />}
      {undoing && (
        <UndoDialog
          alert={undoing}
          onClose={() => setUndoing(undefined)}
          onDone={changed}
        />
      )}
      {teaching && (
        <TeachDialog
          alert={teaching}
          onClose={() => setTeaching(undefined)}
          onDone={changed}
        />
      )}
      {declaring && (
        <DeclareDialog
          alertIds={declaring.map(each => each.id)}
          entityRefs={[
            ...new Set(declaring.flatMap(each => each.entityRef ?? [])),
          ]}
          title={declaring[0].title}
          severity={declaring.some(isGrave) ? 'SEV2' : undefined}
          onClose={() => setDeclaring(undefined)}
          onDeclared={id => navigate(links.incident(id))}
        />
      )}
    </>
  );
}

function isGrave({ severity }: Alert): boolean {
  return severity === 'critical';
}
