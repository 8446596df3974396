import { useApi } from '@backstage/frontend-plugin-api';
import type {
  RollbackDetail,
  RollbackState,
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
import { MayNot, useSay } from '../words';

const CANCELLABLE: readonly RollbackState[] = [
  'waiting-approval',
  'running',
  'verifying',
];

/** Stops a rollback before its next effect, with a reason; says what of it is taken back then. */
export function CancelButton(props: {
  rollback: RollbackDetail;
  onChanged(): void;
}) {
  const t = useDeliveryText();
  const client = useApi(deliveryApiRef);
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { rollback, onChanged } = props;
  const { id, state, may, ifCancelled = [] } = rollback;
  const say = useSay();
  if (!CANCELLABLE.includes(state)) return null;
  return (
    <div>
      <Button
        variant="secondary"
        isDisabled={!may.cancel.allowed}
        onPress={() => setAsking(true)}
      >
        {t('rollback.cancel')}
      </Button>
      {!may.cancel.allowed && (
        <p className={uiClasses.muted}>
          <MayNot may={may.cancel} />
        </p>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('rollback.cancelTitle', { id })}
          what={
            ifCancelled.length
              ? t('rollback.cancelTakesBack', {
                  what: ifCancelled.map(one => say(one)).join('; '),
                })
              : t('rollback.cancelWhat')
          }
          confirm={t('rollback.cancel')}
          isReady={reason.trim() !== ''}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await client.request('post', '/v1/rollbacks/{id}/cancel', {
              params: { path: { id } },
              body: { reason: reason.trim() },
            });
            onChanged();
          }}
        >
          <TextField
            label={t('words.reason')}
            isRequired
            value={reason}
            onChange={setReason}
            maxLength={1000}
          />
        </ConfirmDialog>
      )}
    </div>
  );
}
