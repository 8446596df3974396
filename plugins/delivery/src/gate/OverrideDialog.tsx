import { useApi } from '@backstage/frontend-plugin-api';
import type { Gate } from '@ghostlight/plugin-delivery-common';
import {
  ConfirmDialog,
  nameOf,
  Select,
  TextField,
  useFormats,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { deliveryApiRef } from '../api';
import { useDeliveryText } from '../translation';

const HOUR = 3600;
/** Seconds; seven days at most. */
const SPANS = [HOUR, 4 * HOUR, 24 * HOUR, 7 * 24 * HOUR];

/** Lets something out in spite of the gate: with a reason, and not for ever. */
export function OverrideDialog(props: {
  gate: Gate;
  onClose(): void;
  onDone(): void;
}) {
  const t = useDeliveryText();
  const format = useFormats();
  const client = useApi(deliveryApiRef);
  const { gate, onClose, onDone } = props;
  const { entityRef, environment, version } = gate;
  const [reason, setReason] = useState('');
  const [span, setSpan] = useState(SPANS[0]);
  return (
    <ConfirmDialog
      title={t('gate.override')}
      what={t('gate.overrideWhat', {
        name: nameOf(entityRef),
        environment,
        version: version ?? t('gate.everyVersion'),
      })}
      confirm={t('gate.override')}
      isReady={reason.trim().length >= 5}
      onClose={onClose}
      onConfirm={async () => {
        await client.request('post', '/v1/gate/overrides', {
          body: {
            entityRef,
            environment,
            version,
            reason: reason.trim(),
            until: new Date(Date.now() + span * 1000).toISOString(),
          },
        });
        onDone();
      }}
    >
      <TextField
        label={t('words.reason')}
        description={t('words.reasonHint')}
        isRequired
        value={reason}
        onChange={setReason}
        maxLength={1000}
      />
      <Select
        label={t('gate.howLong')}
        options={SPANS.map(each => ({
          id: String(each),
          label: format.duration(each),
        }))}
        value={String(span)}
        onChange={chosen => setSpan(Number(chosen ?? SPANS[0]))}
      />
    </ConfirmDialog>
  );
}
