import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  dataOf,
  download,
  useAct,
} from '@ghostlight/reliability-react';
import { incidentsApiRef } from '../api';
import { useIncidentsText } from '../translation';
import type { Scope } from './learningUrl';
import classes from './learning.module.css';

/** The incidents that are counted, a row each with its times, as CSV. */
export function CsvButton({ scope }: { scope: Scope }) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const act = useAct(async () => {
    const text = await dataOf(
      client.request('get', '/v1/metrics/csv', {
        params: { query: scope },
        parseAs: 'text',
      }),
    );
    download('incidents.csv', text, 'text/csv');
  });
  return (
    <div className={classes.button}>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('learning.csvLabel')}
        isPending={act.pending}
        onPress={() => act.run()}
      >
        {t('learning.csv')}
      </Button>
      {act.failure && <span role="alert"> {act.failure}</span>}
    </div>
  );
}
