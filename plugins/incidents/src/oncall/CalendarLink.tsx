import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  CopyButton,
  dataOf,
  download,
  uiClasses,
  useAct,
  useBackend,
} from '@ghostlight/reliability-react';
import { incidentsApiRef } from '../api';
import { useIncidentsText } from '../translation';
import classes from './oncall.module.css';

/** The shifts as iCalendar: as a file now, or as an address that a calendar program follows. */
export function CalendarLink(props: { owner: string; name: string }) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const { owner, name } = props;
  const backend = useBackend('incidents');
  const address = `${backend}/v1/oncall/calendar?owner=${encodeURIComponent(
    owner,
  )}`;
  const act = useAct(async () => {
    const text = await dataOf(
      client.request('get', '/v1/oncall/calendar', {
        params: { query: { owner } },
        parseAs: 'text',
      }),
    );
    download(`${name}.ics`, text, 'text/calendar');
  });
  return (
    <div className={classes.calendar}>
      <Button
        size="small"
        variant="secondary"
        isPending={act.pending}
        onPress={() => act.run()}
      >
        {t('oncall.calendar')}
      </Button>
      <CopyButton
        text={address}
        label={t('oncall.calendarCopy')}
        what={t('oncall.calendarAddress')}
      />
      <span className={uiClasses.muted}>{t('oncall.calendarHint')}</span>
      {act.failure && <span role="alert">{act.failure}</span>}
    </div>
  );
}
