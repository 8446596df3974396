import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  dataOf,
  download,
  uiClasses,
  useAct,
} from '@ghostlight/reliability-react';
import { deliveryApiRef } from '../api';
import type { DoraScope } from '../hooks';
import { useDeliveryText } from '../translation';

/** The releases that are counted, a row each, as a file; read with the reader's own credentials. */
export function CsvButton({ scope }: { scope: DoraScope }) {
  const t = useDeliveryText();
  const client = useApi(deliveryApiRef);
  const save = useAct(async () => {
    const text = await dataOf(
      client.request('get', '/v1/dora.csv', {
        params: { query: scope },
        parseAs: 'text',
      }),
    );
    download('dora.csv', text, 'text/csv');
  });
  return (
    <span className={uiClasses.row}>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('dora.csvLabel')}
        isPending={save.pending}
        onPress={() => save.run()}
      >
        {t('dora.csv')}
      </Button>
      {save.failure && <span role="alert">{save.failure}</span>}
    </span>
  );
}
