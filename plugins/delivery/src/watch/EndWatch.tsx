import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  ConfirmDialog,
  TextField,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { deliveryApiRef } from '../api';
import { useDeliveryText } from '../translation';

/** Ends a watch before its time, with a reason; the server decides who may. */
export function EndWatch(props: { id: string; onChanged(): void }) {
  const t = useDeliveryText();
  const client = useApi(deliveryApiRef);
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { id, onChanged } = props;
  return (
    <div>
      <Button size="small" variant="tertiary" onPress={() => setAsking(true)}>
        {t('watch.end')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('watch.end')}
          what={t('watch.endWhat')}
          confirm={t('watch.end')}
          isReady={reason.trim() !== ''}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await client.request('post', '/v1/watches/{id}/cancel', {
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
