import { useApi } from '@backstage/frontend-plugin-api';
import type { Alert } from '@ghostlight/plugin-incidents-common';
import { ConfirmDialog } from '@ghostlight/reliability-react';
import { incidentsApiRef } from '../api';
import { useIncidentsText } from '../translation';
import { useSaid } from '../words';

/** Undoes the suppression of an alert, having said what follows from it. */
export function UndoDialog(props: {
  alert: Alert;
  onClose(): void;
  onDone(): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const say = useSaid();
  const { alert, onClose, onDone } = props;
  const { suppression } = alert;
  return (
    <ConfirmDialog
      title={t('inbox.undoTitle')}
      what={t('inbox.undoWhat', {
        alert: alert.title,
        reason: suppression ? say(suppression.reason, suppression.said) : '–',
      })}
      confirm={t('inbox.undoConfirm')}
      onClose={onClose}
      onConfirm={async () => {
        await client.request('post', '/v1/alerts/{alertId}/unsuppress', {
          params: { path: { alertId: alert.id } },
        });
        onDone();
      }}
    />
  );
}
