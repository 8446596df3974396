import type { NotificationRecord } from '@ghostlight/plugin-incidents-common';
import {
  type DataColumn,
  Link,
  nameOf,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useIncidentLinks } from '../hooks';
import { useIncidentsText } from '../translation';
import { StateWord } from './StateWord';

export function useDeliveryColumns(): DataColumn<NotificationRecord>[] {
  const t = useIncidentsText();
  const format = useFormats();
  const links = useIncidentLinks();
  return useMemo<DataColumn<NotificationRecord>[]>(
    () => [
      {
        id: 'created',
        title: t('oncall.created'),
        width: '112px',
        cell: row => <When iso={row.createdAt} />,
      },
      {
        id: 'state',
        title: t('oncall.state'),
        width: '100px',
        required: true,
        cell: row => <StateWord state={row.state} />,
      },
      {
        id: 'channel',
        title: t('oncall.channel'),
        width: '110px',
        cell: row => <span className={uiClasses.truncate}>{row.channel}</span>,
      },
      {
        id: 'kind',
        title: t('oncall.kind'),
        width: '130px',
        cell: row => t(`oncall.kind_${row.kind}`),
      },
      {
        id: 'subject',
        title: t('oncall.subject'),
        width: 'minmax(180px, 1.6fr)',
        cell: row => (
          <span className={uiClasses.truncate} title={row.subject}>
            {row.subject}
          </span>
        ),
      },
      {
        id: 'recipient',
        title: t('oncall.recipient'),
        width: 'minmax(100px, 0.8fr)',
        cell: row => (
          <span className={uiClasses.truncate} title={row.recipient}>
            {row.recipient ? nameOf(row.recipient) : t('oncall.everybody')}
          </span>
        ),
      },
      {
        id: 'incident',
        title: t('list.incident'),
        width: '92px',
        cell: row =>
          row.incidentId ? (
            <Link href={links.incident(row.incidentId)}>{row.incidentId}</Link>
          ) : (
            '–'
          ),
      },
      {
        id: 'attempts',
        title: t('oncall.attempts'),
        width: '96px',
        align: 'end',
        cell: row => format.count(row.attempts),
      },
      {
        id: 'error',
        title: t('oncall.error'),
        width: 'minmax(120px, 1fr)',
        cell: row => (
          <span className={uiClasses.truncate} title={row.error} lang="en">
            {row.error ?? '–'}
          </span>
        ),
      },
    ],
    [t, format, links],
  );
}
