import { useApi } from '@backstage/frontend-plugin-api';
import { ConfirmDialog, TextField } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { runbooksApiRef } from '../api';
import { useRunbooksText } from '../translation';

/** Of a reason; the API takes no shorter one. */
const SHORTEST = 5;

/** Turns something off or on once a reason is given; it goes on record. */
export function SwitchDialog(props: {
  /** `all`, or the ref of a policy or experiment. */
  scope: string;
  /** What it is to be. */
  on: boolean;
  title: string;
  what: string;
  onChanged(): void;
  onClose(): void;
}) {
  const t = useRunbooksText();
  const client = useApi(runbooksApiRef);
  const { scope, on, title, what, onChanged, onClose } = props;
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={title}
      what={what}
      confirm={t(on ? 'switch.turnOn' : 'switch.turnOff')}
      isReady={reason.trim().length >= SHORTEST}
      onClose={onClose}
      onConfirm={async () => {
        await client.request('put', '/v1/switches', {
          body: { scope, on, reason: reason.trim() },
        });
        onChanged();
      }}
    >
      <TextField
        label={t('words.reason')}
        description={t('switch.reasonHint')}
        isRequired
        value={reason}
        onChange={setReason}
        maxLength={1000}
      />
    </ConfirmDialog>
  );
}
