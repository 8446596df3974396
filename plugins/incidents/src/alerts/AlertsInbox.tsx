import { Choice, useFormats, useUrlState } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { AlertsView } from './AlertsView';
import { InboxHeadline } from './InboxHeadline';
import { inboxUrl, isAlertView, VIEWS, type View } from './inboxUrl';
import { Quarantine } from './Quarantine';
import { Senders } from './Senders';
import { Silences } from './Silences';
import { useCounts } from './useInbox';
import classes from './alerts.module.css';

/** Everything that came in: what is open, kept quiet, of nobody, over, or not understood. */
export function AlertsInbox() {
  const t = useIncidentsText();
  const format = useFormats();
  const [url, setUrl] = useUrlState(inboxUrl);
  const counts = useCounts();
  const { view } = url;
  const counted: Partial<Record<View, number>> = counts.data ?? {};
  const label = (id: View) => {
    const count = counted[id];
    return count === undefined
      ? t(`inbox.view_${id}`)
      : t('inbox.viewCounted', {
          view: t(`inbox.view_${id}`),
          number: format.count(count),
        });
  };
  return (
    <div className={classes.page}>
      <InboxHeadline counts={counts} />
      <Choice
        label={t('inbox.views')}
        options={VIEWS.map(id => ({ id, label: label(id) }))}
        value={view}
        onChange={id => setUrl({ view: id, alert: '' }, { push: true })}
      />
      {isAlertView(view) && (
        <AlertsView
          // Marks and dialogs belong to one view.
          key={view}
          view={view}
          url={url}
          setUrl={setUrl}
          onChanged={counts.refresh}
        />
      )}
      {view === 'quarantined' && (
        <Quarantine
          open={url.alert}
          onOpen={alert => setUrl({ alert })}
          onChanged={counts.refresh}
        />
      )}
      {view === 'silences' && <Silences onChanged={counts.refresh} />}
      {view === 'senders' && <Senders />}
    </div>
  );
}
