import { useApi } from '@backstage/frontend-plugin-api';
import {
  alertUpdatePermission,
  inboxManagePermission,
  type AlertDetail,
} from '@ghostlight/plugin-incidents-common';
import {
  Button,
  ConfirmDialog,
  uiClasses,
  useRefusal,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../api';
import { useIncidentsText } from '../translation';
import { SilenceDialog } from './SilenceDialog';
import { TeachDialog } from './TeachDialog';
import { UndoDialog } from './UndoDialog';
import classes from './alerts.module.css';

type Asked = 'undo' | 'resolve' | 'silence' | 'teach';

/** What can be done about one alert, and who may where the reader may not. */
export function AlertActs(props: { alert: AlertDetail; onDone(): void }) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const { alert, onDone } = props;
  const [asked, setAsked] = useState<Asked>();
  const mayNotChange = useRefusal({
    permission: alertUpdatePermission,
    resourceRef: alert.id,
  });
  const mayNotManage = useRefusal({ permission: inboxManagePermission });
  const close = () => setAsked(undefined);
  if (alert.status !== 'firing') return null;
  const button = (act: Asked, label: string, refusal: string | undefined) => (
    <Button
      size="small"
      variant="secondary"
      isDisabled={refusal !== undefined}
      onPress={() => setAsked(act)}
    >
      {label}
    </Button>
  );
  return (
    <div>
      <div className={classes.acts}>
        {alert.suppression &&
          button('undo', t('inbox.undoButton'), mayNotChange)}
        {!alert.entityRef && button('teach', t('inbox.teach'), mayNotManage)}
        {!alert.suppression &&
          button('silence', t('inbox.silence'), mayNotManage)}
        {button('resolve', t('inbox.resolve'), mayNotChange)}
      </div>
      {(mayNotChange || mayNotManage) && (
        <p className={uiClasses.muted}>{mayNotChange ?? mayNotManage}</p>
      )}
      {asked === 'undo' && (
        <UndoDialog alert={alert} onClose={close} onDone={onDone} />
      )}
      {asked === 'silence' && (
        <SilenceDialog alert={alert} onClose={close} onDone={onDone} />
      )}
      {asked === 'teach' && (
        <TeachDialog alert={alert} onClose={close} onDone={onDone} />
      )}
      {asked === 'resolve' && (
        <ConfirmDialog
          title={t('inbox.resolveTitle')}
          what={t('inbox.resolveWhat', { alert: alert.title })}
          confirm={t('inbox.resolveConfirm')}
          onClose={close}
          onConfirm={async () => {
            await client.request('post', '/v1/alerts/{alertId}/resolve', {
              params: { path: { alertId: alert.id } },
            });
            onDone();
          }}
        />
      )}
    </div>
  );
}
