import { useApi } from '@backstage/frontend-plugin-api';
import type { Alert } from '@ghostlight/plugin-incidents-common';
import { incidentsApiRef } from '../api';
import { useIncidentsText } from '../translation';
import { ConfirmDialog } from '../ui';

/** Undoes the suppression of an alert, having said what follows from it. */
export function UndoDialog(props: {
  alert: Alert;
  onClose(): void;
  onDone(): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const { alert, onClose, onDone } = props;
  return (
    <ConfirmDialog
      title={t('inbox.undoTitle')}
      what={t('inbox.undoWhat', {
        alert: alert.title,
        reason: alert.suppression?.reason ?? '–',
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
