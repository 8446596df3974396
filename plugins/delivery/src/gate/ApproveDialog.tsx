import { useApi } from '@backstage/frontend-plugin-api';
import type { Gate } from '@ghostlight/plugin-delivery-common';
import {
  ConfirmDialog,
  nameOf,
  TextField,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { deliveryApiRef } from '../api';
import { useDeliveryText } from '../translation';

/** Approves a version for an environment, which the gate may ask for. */
export function ApproveDialog(props: {
  gate: Gate;
  onClose(): void;
  onDone(): void;
}) {
  const t = useDeliveryText();
  const client = useApi(deliveryApiRef);
  const { gate, onClose, onDone } = props;
  const { entityRef, environment } = gate;
  const [version, setVersion] = useState(gate.version ?? '');
  const [comment, setComment] = useState('');
  return (
    <ConfirmDialog
      title={t('gate.approve')}
      what={t('gate.approveWhat', { name: nameOf(entityRef), environment })}
      confirm={t('gate.approve')}
      isReady={version.trim() !== ''}
      onClose={onClose}
      onConfirm={async () => {
        await client.request('post', '/v1/gate/approvals', {
          body: {
            entityRef,
            environment,
            version: version.trim(),
            comment: comment.trim() || undefined,
          },
        });
        onDone();
      }}
    >
      <TextField
        label={t('words.version')}
        isRequired
        value={version}
        onChange={setVersion}
        maxLength={200}
      />
      <TextField
        label={t('rollback.comment')}
        value={comment}
        onChange={setComment}
        maxLength={1000}
      />
    </ConfirmDialog>
  );
}
