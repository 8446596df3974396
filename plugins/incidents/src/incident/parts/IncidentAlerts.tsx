import type {
  Alert,
  IncidentDetail,
} from '@ghostlight/plugin-incidents-common';
import {
  Button,
  DataTable,
  EmptyState,
  Panel,
  QueryBoundary,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAlerts, useIncidentLinks } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { AlertReviewSuggestion } from '../../triage/suggest/AlertReviewSuggestion';
import { refusalOf } from '../refusalOf';
import type { IncidentActs } from '../useIncidentActs';
import { AlertRecord } from './AlertRecord';
import { partsUrl } from './partsUrl';
import { SplitDialog } from './SplitDialog';
import { useAlertColumns } from './useAlertColumns';
import classes from '../incident.module.css';

const rowKey = (row: Alert) => row.id;

/** The alerts of the incident, why each is in it, and what its sender wrote; some can be split off. */
export function IncidentAlerts(props: {
  incident: IncidentDetail;
  acts: IncidentActs;
}) {
  const t = useIncidentsText();
  const navigate = useNavigate();
  const links = useIncidentLinks();
  const { incident, acts } = props;
  const [url, setUrl] = useUrlState(partsUrl);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [splitting, setSplitting] = useState(false);
  const alerts = useAlerts({ incident: incident.id });
  const refusal = refusalOf(incident, t);
  const mayNot = refusal !== undefined || incident.mergedInto !== undefined;
  const toggle = (id: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  const columns = useAlertColumns(
    mayNot ? undefined : { selected, onToggle: toggle },
  );

  return (
    <Panel title={t('part.alerts')}>
      <QueryBoundary
        query={alerts}
        what={t('state.alerts')}
        isEmpty={() => alerts.items.length === 0}
        empty={<EmptyState sentence={t('alerts.none')} />}
      >
        {() => (
          <DataTable
            label={t('alerts.label', { id: incident.id })}
            columns={columns}
            rows={alerts.items}
            rowKey={rowKey}
            hasMore={alerts.hasMore}
            isLoadingMore={alerts.isLoadingMore}
            onEndReached={alerts.loadMore}
            onOpenRow={row => setUrl({ alert: row.id })}
            rowHeight={40}
            height="360px"
            toolbar={
              <div className={classes.row}>
                {selected.size === 0 ? (
                  <span className={classes.muted}>
                    {refusal ?? t('alerts.splitHint')}
                  </span>
                ) : (
                  <>
                    <Button
                      size="small"
                      variant="secondary"
                      onPress={() => setSplitting(true)}
                    >
                      {t('alerts.split', { count: selected.size })}
                    </Button>
                    <Button
                      size="small"
                      variant="tertiary"
                      onPress={() => setSelected(new Set())}
                    >
                      {t('alerts.clear')}
                    </Button>
                  </>
                )}
              </div>
            }
          />
        )}
      </QueryBoundary>
      <AlertReviewSuggestion
        alerts={alerts.items}
        mayNot={mayNot}
        onSplit={ids => {
          setSelected(new Set(ids));
          setSplitting(true);
        }}
      />
      {url.alert && (
        <AlertRecord id={url.alert} onClose={() => setUrl({ alert: '' })} />
      )}
      {splitting && (
        <SplitDialog
          incident={incident}
          alerts={alerts.items.filter(each => selected.has(each.id))}
          onClose={() => setSplitting(false)}
          onConfirm={async title => {
            const made = await acts.split([...selected], title);
            setSelected(new Set());
            navigate(links.incident(made));
          }}
        />
      )}
    </Panel>
  );
}
