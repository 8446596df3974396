import { ConfirmDialog, TextField } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useRunbooksText } from '../translation';

/** Says what an act will do, and asks why. */
export function ReasonDialog(props: {
  title: string;
  what: string;
  confirm: string;
  onConfirm(reason: string): Promise<void>;
  onClose(): void;
}) {
  const t = useRunbooksText();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={props.title}
      what={props.what}
      confirm={props.confirm}
      isReady={reason.trim() !== ''}
      onClose={props.onClose}
      onConfirm={() => props.onConfirm(reason.trim())}
    >
      <TextField
        label={t('words.reason')}
        isRequired
        secondaryLabel={t('runbook.required')}
        value={reason}
        onChange={setReason}
        maxLength={1000}
      />
    </ConfirmDialog>
  );
}
