import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Rollout,
  RolloutAction,
} from '@ghostlight/plugin-delivery-common';
import {
  Button,
  ConfirmDialog,
  TextField,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { deliveryApiRef } from '../api';
import { useDeliveryText } from '../translation';
import { MayNot } from '../words';

/** What can be done with a rollout now; each says first what it will do. */
export function Controls(props: { rollout: Rollout; onChanged(): void }) {
  const t = useDeliveryText();
  const client = useApi(deliveryApiRef);
  const [asking, setAsking] = useState<RolloutAction>();
  const [reason, setReason] = useState('');
  const { rollout, onChanged } = props;
  const { id, controls, version } = rollout;
  if (controls.length === 0) return null;
  const refused = controls.find(({ may }) => !may.allowed);
  const previous = rollout.previousVersion ?? t('rollout.before');
  return (
    <>
      <div className={uiClasses.row}>
        {controls.map(({ action, may }) => (
          <Button
            key={action}
            size="small"
            variant="secondary"
            isDisabled={!may.allowed}
            onPress={() => setAsking(action)}
          >
            {t(`control.${action}`)}
          </Button>
        ))}
      </div>
      {refused && (
        <p className={uiClasses.muted}>
          <MayNot may={refused.may} />
        </p>
      )}
      {asking && (
        <ConfirmDialog
          title={`${t(`control.${asking}`)}: ${version}`}
          what={t(`controlWhat.${asking}`, { version, previous })}
          confirm={t(`control.${asking}`)}
          onClose={() => setAsking(undefined)}
          onConfirm={async () => {
            await client.request('post', '/v1/rollouts/{id}/actions', {
              params: { path: { id } },
              body: { action: asking, reason: reason.trim() || undefined },
            });
            setReason('');
            onChanged();
          }}
        >
          <TextField
            label={t('words.reason')}
            value={reason}
            onChange={setReason}
            maxLength={1000}
          />
        </ConfirmDialog>
      )}
    </>
  );
}
